using System.Diagnostics;
using System.Text;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Cli.Tests;

/// <summary>An operator takes an archive in, copies the store, and puts the copy back.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-archive-").FullName;

    private string Store => Path.Combine(_folder, "labels.db");

    [Fact]
    public async Task Takes_an_archive_in_and_says_what_became_of_it()
    {
        var file = Lines(3, "{\"body\":1}");
        var rejects = Path.Combine(_folder, "rejects.jsonl");

        var dry = await LabelsProcess.RunOnAsync(Store, "archive", "import", file, "--dry-run");
        var (code, output, _) = await LabelsProcess.RunOnAsync(Store, "archive", "import", file, "--rejects", rejects);

        Assert.Equal(1, dry.Code);
        Assert.StartsWith("would take in: 3 new, 0 changed, 0 known already, 1 refused", dry.Output, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.StartsWith("taken in: 3 new, 0 changed, 0 known already, 1 refused", output, StringComparison.Ordinal);
        Assert.Contains("\"place\":\"byte ", File.ReadAllText(rejects), StringComparison.Ordinal);
        Assert.StartsWith("nothing to do", (await LabelsProcess.RunOnAsync(Store, "archive", "index")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await LabelsProcess.RunOnAsync(Store, "archive", "import", Path.Combine(_folder, "none.ndjson"))).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_after_it_was_killed_and_takes_nothing_in_twice(bool postgres)
    {
        const int Count = 40_000;
        Assert.SkipWhen(postgres && PostgresServer.Installed is null, PostgresServer.Missing);
        using var server = postgres ? PostgresServer.Start() : null;
        var store = server?.CreateDatabase(empty: true) ?? Store;
        var file = Lines(Count);
        using (var process = Start(store, "archive", "import", file))
        {
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line.StartsWith("0 ", StringComparison.Ordinal))
            {
            }

            // By whatever it did till now: before, in the middle of or behind a commit.
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await LabelsProcess.RunOnAsync(store, "archive", "import", file);

        Assert.True(code == 0, error);
        Assert.StartsWith("taken in: 40,000 new, 0 changed, 0 known already, 0 refused", output, StringComparison.Ordinal);
        var verified = await LabelsProcess.RunOnAsync(store, "storage", "verify");
        Assert.Equal(0, verified.Code);
        Assert.StartsWith("40000 articles, 0 of them erased", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loses_nothing_of_the_index_when_it_is_killed(bool postgres)
    {
        Assert.SkipWhen(postgres && PostgresServer.Installed is null, PostgresServer.Missing);
        using var server = postgres ? PostgresServer.Start() : null;
        var store = server?.CreateDatabase(empty: true) ?? Store;
        await LabelsProcess.RunOnAsync(store, "archive", "import", Lines(20_000));
        foreach (var milliseconds in (int[])[700, 1_000, 1_500, 2_500])
        {
            using var process = Start(store, "archive", "index", "--again");
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            var half = await LabelsProcess.RunOnAsync(store, "storage", "verify");
            Assert.True(half.Code == 0, half.Output);
        }

        Assert.Equal(0, (await LabelsProcess.RunOnAsync(store, "archive", "index")).Code);
        Assert.StartsWith("20000 articles, 0 of them erased; 0 checks; 5 segments", (await LabelsProcess.RunOnAsync(store, "storage", "verify")).Output, StringComparison.Ordinal);
        Assert.StartsWith("nothing to do", (await LabelsProcess.RunOnAsync(store, "archive", "index")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_a_store_and_puts_the_copy_back()
    {
        var copy = Path.Combine(_folder, "copy.db");
        await LabelsProcess.RunOnAsync(Store, "archive", "import", Lines(5));

        Assert.Equal(0, (await LabelsProcess.RunOnAsync(Store, "storage", "backup", copy)).Code);
        Assert.Equal(2, (await LabelsProcess.RunOnAsync(Store, "storage", "backup", copy)).Code);
        await LabelsProcess.RunOnAsync(Store, "archive", "import", Lines(9));
        var refused = await LabelsProcess.RunOnAsync(Store, "storage", "restore", copy);
        Assert.Equal((2, true), (refused.Code, refused.Error.Contains("--replace", StringComparison.Ordinal)));
        Assert.Equal(0, (await LabelsProcess.RunOnAsync(Store, "storage", "restore", copy, "--replace")).Code);

        Assert.StartsWith("5 articles", (await LabelsProcess.RunOnAsync(Store, "storage", "verify")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await LabelsProcess.RunOnAsync(Store, "storage", "restore", Lines(1), "--replace")).Code);
        Assert.StartsWith("5 articles", (await LabelsProcess.RunOnAsync(Store, "storage", "verify")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Process Start(string store, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "labels.dll"), .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = LabelsProcess.Root,
        };
        LabelsProcess.Use(start, store);
        return Process.Start(start)!;
    }

    private string Lines(int count, params string[] more)
    {
        var file = Path.Combine(_folder, $"{count}.ndjson");
        File.WriteAllLines(file, Enumerable.Range(0, count).Select(i => $$"""{"externalId":"a{{i}}","title":"Ice leaves the bay","body":"Ships are expected in week {{i}}, the port says."}""").Concat(more), new UTF8Encoding(false));
        return file;
    }
}
