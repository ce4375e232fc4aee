using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Http;

/// <summary>Takes over from the proxies that an operator names who the caller is, and by which address the caller came.</summary>
internal static class TrustedProxies
{
    /// <returns>The first that is neither an address nor a network; null where all are.</returns>
    public static string? Fault(string setting) => Split(setting).FirstOrDefault(s => Parse(s) is null);

    public static void UseTrustedProxies(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            // The headers go where they are believed, and what they said before must still be known to CallerMiddleware.
            var headers = context.Request.Headers;
            context.Features.Set(Forwarded.Of(
                headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Forwarded-Host") || headers.ContainsKey("X-Forwarded-Proto") || headers.ContainsKey("Forwarded")));
            return next(context);
        });
        var trusted = Split(app.Services.GetRequiredService<IOptions<LimitsOptions>>().Value.TrustedProxies).Select(Parse).OfType<System.Net.IPNetwork>().ToList();
        if (trusted.Count == 0)
        {
            return;
        }

        // As far back as they are trusted: there may be several in a row.
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        trusted.ForEach(options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
    }

    private static string[] Split(string setting) => setting.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static System.Net.IPNetwork? Parse(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Whether a request came through a proxy that says so, trusted or not.</summary>
internal sealed record Forwarded(bool IsSo)
{
    private static readonly Forwarded Yes = new(true);
    private static readonly Forwarded No = new(false);

    public static Forwarded Of(bool isSo) => isSo ? Yes : No;
}
