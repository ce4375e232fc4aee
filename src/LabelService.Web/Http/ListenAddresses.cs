using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>Checks where the service is told to listen, before the server does it with a worse message.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The first address, for links; a wildcard stands for this machine, and a port still to be chosen for the usual one.</summary>
    /// <returns>Also whether anybody but this machine reaches it by that address.</returns>
    public static (string Address, bool IsPublic) First(IConfiguration settings)
    {
        var configured = settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? settings.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).FirstOrDefault(url => !string.IsNullOrEmpty(url));
        if (configured is null || !IsAddress(configured))
        {
            return (Default, false);
        }

        var address = BindingAddress.Parse(configured);
        if (address.IsUnixPipe || address.Port == 0)
        {
            return (Default, false);
        }

        var isWildcard = address.Host is "+" or "*" || (System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            && (ip.Equals(System.Net.IPAddress.Any) || ip.Equals(System.Net.IPAddress.IPv6Any)));
        var url = new UriBuilder(address.Scheme, isWildcard ? "127.0.0.1" : address.Host, address.Port).Uri;
        return (url.GetLeftPart(UriPartial.Authority), !isWildcard && !url.IsLoopback);
    }

    /// <exception cref="StartRefusedException">An address is none.</exception>
    public static void Check(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(url))
            {
                throw new StartRefusedException($"'{url}' (--urls or ASPNETCORE_URLS) is no address to listen on; it must be like http://127.0.0.1:5080.");
            }
        }
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65535 && (address.PathBase.Length == 0 || address.IsUnixPipe);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return false;
        }
    }
}
