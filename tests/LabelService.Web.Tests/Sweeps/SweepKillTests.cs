using System.Diagnostics;
using System.Globalization;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Sweeps;

/// <summary>The promise of a sweep: whatever is killed, each article that changed is told of once, and no other.</summary>
public sealed class SweepKillTests
{
    private const int Articles = 4_000;
    private const int Kills = 3;

    [Fact]
    public Task Skips_none_and_tells_none_twice_through_kills() => HoldsAsync(null, nodes: 1);

    [Fact]
    public async Task Skips_none_and_tells_none_twice_where_two_nodes_share_the_work()
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        var database = PostgresServer.Shared.CreateDatabase(empty: true);
        await HoldsAsync(database, nodes: 2);
        PostgresServer.Shared.DropDatabase(database);
    }

    private static async Task HoldsAsync(string? postgres, int nodes)
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        var processes = new Process[nodes];
        try
        {
            await TakeInAsync(folder, postgres);
            for (var i = 0; i < nodes; i++)
            {
                processes[i] = Start(folder, postgres);
            }

            var http = await ClientAsync(processes[0]);
            await Deadline.UntilAsync(async () => (await http.GetAsync("/health/ready").ReadAsync())["status"] is not null, 60, "the service");
            await File.AppendAllTextAsync(TestRules.RegistryFile(Path.Combine(folder, "rules")), "xx:quiet,media,The Quiet Herald,The Quiet Herald,,,,,,,2021-01-01,,,,\n");
            for (var kill = 0; kill < Kills; kill++)
            {
                // In the middle of counting, of applying, between them: as it happens.
                await Deadline.UntilAsync(async () => await ProgressAsync(http) >= (kill + 1) * (Articles / 2) / (Kills + 1), 120, $"the {kill + 1}. kill");
                var victim = processes[kill % nodes];
                victim.Kill();
                await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
                victim.Dispose();
                processes[kill % nodes] = Start(folder, postgres);
                http.Dispose();
                http = await ClientAsync(processes[kill % nodes]);
            }

            await Deadline.UntilAsync(async () => (await NewestAsync(http))["finishedAt"] is not null, 180, "the end of the sweep");
            var told = await ToldAsync(http);
            Assert.Equal([.. Enumerable.Range(0, Articles).Where(i => i % 2 == 0).Select(Name)], told.Order(StringComparer.Ordinal));
            Assert.Equal(Articles / 2, (int)(await NewestAsync(http))["counts"]!["changed"]!);
            http.Dispose();
        }
        finally
        {
            foreach (var process in processes.OfType<Process>())
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
                process.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every second article names a paper that a register will include.</summary>
    private static async Task TakeInAsync(string folder, string? postgres)
    {
        string[] store = postgres is null ? [$"Storage:ConnectionString=Data Source={Path.Combine(folder, "labels.db")}"] : ["Storage:Provider=postgres", $"Storage:ConnectionString={postgres}"];
        await using var service = await RunningService.StartInAsync(folder, false, [.. store, "Labels:PublicUrl=https://labels.example.org"]);
        var file = Path.Combine(folder, "archive.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Articles).Select(i => TestRules.From(i % 2 == 0 ? "The Quiet Herald" : "Nobody", $$""","externalId":"{{Name(i)}}" """)));
        await service.Services.GetRequiredService<ArchiveImporter>().RunAsync(new ImportOrder(file, "default"), _ => { }, TestContext.Current.CancellationToken);
    }

    private static string Name(int article) => string.Create(CultureInfo.InvariantCulture, $"a{article:00000}");

    private static Process Start(string folder, string? postgres) =>
        ServiceProcess.Start(folder, null, postgres, "Sweeps__ConfirmAbove=1000000", "Sweeps__Workers=2", "Labels__PublicUrl=https://labels.example.org");

    private static async Task<HttpClient> ClientAsync(Process process)
    {
        var client = new HttpClient { BaseAddress = await ServiceProcess.AddressOfAsync(process) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", RunningService.Key);
        return client;
    }

    private static async Task<long> ProgressAsync(HttpClient http) => await NewestAsync(http) is { } newest && newest["applied"] is { } applied ? (long)applied : 0;

    private static async Task<System.Text.Json.Nodes.JsonNode> NewestAsync(HttpClient http) =>
        (await http.GetAsync("/v1/sweeps").ReadAsync())["sweeps"]!.AsArray().FirstOrDefault() ?? new System.Text.Json.Nodes.JsonObject();

    private static async Task<List<string>> ToldAsync(HttpClient http)
    {
        var (told, cursor) = (new List<string>(), "0");
        while (true)
        {
            var page = await http.GetAsync($"/v1/changes?since={cursor}&type=labels.changed").ReadAsync();
            told.AddRange(page["events"]!.AsArray().Select(e => (string)e!["externalId"]!));
            cursor = (string)page["cursor"]!;
            if (!(bool)page["more"]!)
            {
                return told;
            }
        }
    }
}
