using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>Checks where the service is told to listen, before the server does it with a worse message.</summary>
internal static class ListenAddresses
{
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
