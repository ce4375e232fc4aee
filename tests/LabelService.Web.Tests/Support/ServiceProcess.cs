using System.Diagnostics;

namespace LabelService.Web.Tests.Support;

/// <summary>The service as a process of its own, which a test may kill or starve.</summary>
internal static class ServiceProcess
{
    /// <param name="folder">Holds the rules and the database.</param>
    /// <param name="largestFile">In bytes, a multiple of 512: to write more fails, as on a disk that is full. Null for no limit.</param>
    /// <param name="postgres">A connection string; null for a file in the folder.</param>
    /// <param name="settings">Such as <c>Webhooks__RetryScale=0.001</c>.</param>
    public static Process Start(string folder, int? largestFile = null, string? postgres = null, params string[] settings)
    {
        var service = Path.Combine(AppContext.BaseDirectory, "LabelService.Web.dll");
        // Whoever is not told that a signal is to be passed over is ended by it.
        string[] limited = ["-c", $"trap '' XFSZ; ulimit -f {largestFile / 512}; exec dotnet \"$0\" --urls=http://127.0.0.1:0", service];
        var start = largestFile is null
            ? new ProcessStartInfo("dotnet", [service, "--urls=http://127.0.0.1:0"])
            : new ProcessStartInfo("/bin/sh", limited);
        start.RedirectStandardOutput = true;
        start.WorkingDirectory = folder;
        start.Environment["Bootstrap__ApiKey"] = RunningService.Key;
        start.Environment["Rules__Path"] = Path.Combine(folder, "rules");
        start.Environment["Storage__Provider"] = postgres is null ? "sqlite" : "postgres";
        start.Environment["Storage__ConnectionString"] = postgres ?? $"Data Source={Path.Combine(folder, "labels.db")}";
        foreach (var setting in settings)
        {
            var (name, value) = (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            start.Environment[name] = value;
        }

        // The runtime maps its code from a file, which the limit would cut off.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<Uri> AddressOfAsync(Process process)
    {
        const string Mark = "Now listening on: ";
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(within.Token) is { } line)
        {
            if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                // The pipe must not fill up.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[(at + Mark.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The service ended before it listened.");
    }
}
