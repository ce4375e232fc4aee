using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Webhooks;

/// <summary>Sends one delivery. No redirect is followed, no cookie kept, no proxy asked; of the answer only status and <c>Retry-After</c> are looked at.</summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public WebhookSender(IOptions<WebhookOptions> options, TimeProvider time)
    {
        _time = time;
        var networks = new WebhookNetworks(options.Value.Allowed());
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = 16,
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancel) => networks.ConnectAsync(context.DnsEndPoint, cancel),
        }) { Timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds) };
    }

    public async Task<Attempt> SendAsync(string url, string id, byte[] body, IEnumerable<string> secrets, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        int Spent() => (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var now = _time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "LabelService");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecrets.Sign(secrets, id, now, body));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)answer.StatusCode;
            return new Attempt(status, status is >= 200 and < 300 ? null : status is >= 300 and < 400 ? "redirect" : "status", RetryAfter(answer, now), Spent());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Attempt(null, "timeout", null, Spent());
        }
        catch (HttpRequestException error)
        {
            return new Attempt(null, error.InnerException is AddressRefusedException ? "address" : "connection", null, Spent());
        }
    }

    public void Dispose() => _http.Dispose();

    private static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now) =>
        answer.Headers.RetryAfter is not { } asked ? null : asked.Delta ?? (asked.Date is { } date ? date - now : null);
}
