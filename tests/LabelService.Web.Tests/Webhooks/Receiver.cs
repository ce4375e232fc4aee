using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabelService.Web.Tests.Webhooks;

/// <summary>A site that takes deliveries, on a port of its own, and answers as the test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal);

    public ConcurrentQueue<Received> All { get; } = new();

    public static async Task<Receiver> StartAsync(Func<Received, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var received = new Received(
                context.Request.Path, context.Request.Headers["webhook-id"].ToString(), context.Request.Headers["webhook-timestamp"].ToString(),
                context.Request.Headers["webhook-signature"].ToString(), body.ToArray(), TimeProvider.System.GetUtcNow());
            receiver.All.Enqueue(received);
            await answer(received, context);
        });
        await app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> StartAsync(HttpStatusCode status) => StartAsync((_, context) =>
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    });

    public async Task<Received> FirstAsync(Func<Received, bool> wanted)
    {
        await Deadline.UntilAsync(() => Task.FromResult(All.Any(wanted)), 20, "the delivery");
        return All.First(wanted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A delivery as it arrived.</summary>
internal sealed record Received(string Path, string Id, string Timestamp, string Signature, byte[] Body, DateTimeOffset At)
{
    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public string? ExternalId => (string?)Json["data"]!["externalId"];

    public long Sequence => (long)Json["data"]!["sequence"]!;

    /// <summary>As the specification has it, written anew here.</summary>
    public bool IsSignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var content = Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Encoding.UTF8.GetString(Body)}");
        var age = TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));
        return age.Duration() < TimeSpan.FromMinutes(5) && Signature.Split(' ').Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content)));
    }
}
