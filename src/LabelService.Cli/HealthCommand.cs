using System.CommandLine;

namespace LabelService.Cli;

/// <summary>
/// <c>labels health [URL]</c>: whether a service is alive, by its <c>/health/live</c>; what a container's health check runs, whose image
/// has no curl. Exit codes: 0 alive, 1 not, 2 not a URL.
/// </summary>
internal static class HealthCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var url = new Argument<string?>("URL")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = $"Where the service listens; the first of ASPNETCORE_URLS, else {DefaultUrl}.",
        };
        var command = new Command("health", "Tell whether a service is alive.") { url };
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(url) ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS"),
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error,
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? urls, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (Address(urls) is not { } address)
        {
            await error.WriteLineAsync($"«{urls}» is no URL of a service; right would be {DefaultUrl}");
            return 2;
        }
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "health/live"), cancellation);
            await output.WriteLineAsync($"{address} answered {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await error.WriteLineAsync($"{address} gives no answer: {failure.Message}");
            return 1;
        }
    }

    /// <summary>The first address of a list such as <c>http://+:8080;https://+:8443</c>; a wildcard host means this machine.</summary>
    internal static Uri? Address(string? urls)
    {
        var first = string.IsNullOrWhiteSpace(urls) ? DefaultUrl : urls.Split(';')[0].Trim();
        foreach (var wildcard in (string[])["://+", "://*", "://0.0.0.0", "://[::]"])
            first = first.Replace(wildcard, "://127.0.0.1", StringComparison.Ordinal);
        return Uri.TryCreate(first.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }
}
