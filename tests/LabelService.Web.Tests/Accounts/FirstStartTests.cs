using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Accounts;

public sealed class FirstStartTests
{
    private const string Mark = "A first administrator was made";

    [Fact]
    public async Task Prints_an_administrator_at_the_first_start_only()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        try
        {
            var first = await LinesOfAsync(folder);
            var second = await LinesOfAsync(folder);

            var at = first.FindIndex(line => line.StartsWith(Mark, StringComparison.Ordinal));
            Assert.Matches(@"^  admin@localhost  \S{20}$", first[at + 1]);
            Assert.DoesNotContain(second, line => line.Contains(Mark, StringComparison.Ordinal));

            await using var service = await RunningService.StartInAsync(folder, ownsFolder: false);
            using var admin = await Visitor.EnterAsync(service, "admin@localhost", first[at + 1].Split("  ")[^1]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<string>> LinesOfAsync(string folder)
    {
        using var process = ServiceProcess.Start(folder);
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(within.Token) is { } line && !line.Contains("Now listening", StringComparison.Ordinal))
        {
            lines.Add(line);
        }

        process.Kill();
        await process.WaitForExitAsync(within.Token);
        return lines;
    }
}
