using System.Net.Sockets;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Web.Operations;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.Extensions.Options;

namespace LabelService.Web;

/// <summary>The way of a request, from the outside in, and the start of the service.</summary>
internal static partial class WebPipeline
{
    private const string DefaultUrl = ListenAddresses.Default;

    public static void UseLabelService(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<DrainMiddleware>();
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseApiDocumentPolicy();
        app.UseMiddleware<RequestLogMiddleware>();
        app.UseMiddleware<ExceptionMiddleware>();
        app.UseStatusCodePages(Problems.WriteStatusAsync);
        if (!app.Services.GetRequiredService<IOptions<NodeOptions>>().Value.IsWeb)
        {
            app.UseMiddleware<WorkerOnlyMiddleware>();
        }

        app.UseStaticFiles();

        // CallerMiddleware asks for a session where a cookie speaks of one. Left to itself the host would put its own authentication in
        // front of every request, keys included.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseMiddleware<CallerMiddleware>();
        if (app.Services.GetRequiredService<IOptions<LimitsOptions>>().Value.RequestsPerMinute > 0)
        {
            app.UseMiddleware<RateLimitMiddleware>();
        }

        app.UseRouting();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapApiDocument();
        app.MapControllers();
    }

    /// <exception cref="StartRefusedException">A setting or the store stands in the way.</exception>
    public static async Task StartLabelServiceAsync(this WebApplication app)
    {
        if (app.Urls.Count == 0 && string.IsNullOrEmpty(app.Configuration["urls"]) && !app.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            app.Urls.Add(DefaultUrl);
        }

        ListenAddresses.Check(app.Configuration["urls"]);
        var stopping = app.Lifetime.ApplicationStopping;
        await TellAsync(await WorkflowServices.PrepareAsync(app.Services, stopping));
        await WorkflowServices.DeclareRulesAsync(app.Services, stopping);

        WarnOfUnreachableLinks(app);
        try
        {
            await app.StartAsync(stopping);
        }
        catch (Exception error) when (error is IOException or SocketException or InvalidOperationException)
        {
            var reason = error.Message.Split('\n')[0].Trim().TrimEnd('.');
            throw new StartRefusedException($"{reason}. Choose another address with --urls or ASPNETCORE_URLS, such as {DefaultUrl}.");
        }
    }

    /// <summary>To the console alone: a log file is kept, sent on and read by others.</summary>
    private static async Task TellAsync((string? Key, FirstAdministrator? Administrator) made)
    {
        if (made.Key is { } key)
        {
            await Console.Out.WriteLineAsync($"A first API key was made; it is shown this once:{Environment.NewLine}  {key}");
        }

        if (made.Administrator is { } administrator)
        {
            await Console.Out.WriteLineAsync(
                $"A first administrator was made; the password is shown this once:{Environment.NewLine}  {administrator.Email}  {administrator.Password}");
        }
    }

    private static void WarnOfUnreachableLinks(WebApplication app)
    {
        var (address, isPublic) = ListenAddresses.First(app.Configuration);
        if (!isPublic && string.IsNullOrWhiteSpace(app.Configuration[$"{LabelsOptions.Section}:{nameof(LabelsOptions.PublicUrl)}"]))
        {
            LinksLeadNowhere(app.Logger, address);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Labels link to {Address}, which readers cannot reach; set Labels__PublicUrl to the service's public address, such as https://labels.example.org")]
    private static partial void LinksLeadNowhere(ILogger log, string address);
}
