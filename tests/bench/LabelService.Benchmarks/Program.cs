using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LabelService.Benchmarks;
using LabelService.Engine.Model;
using LabelService.Workflow.Tests.Support;

switch (args)
{
    case ["engine"]:
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(7);
        BenchmarkRunner.Run([typeof(CheckBenchmark), typeof(NameBenchmark)], DefaultConfig.Instance.AddJob(job).WithOptions(ConfigOptions.DisableLogFile));
        return 0;
    case ["stages", .. var sizes]:
        foreach (var size in sizes.Length > 0 ? sizes : ["6000"])
            StageTable.Print(new Bench(int.Parse(size, CultureInfo.InvariantCulture)), $"{size} bytes of English");
        foreach (var names in (int[])[1_000, 10_000, 100_000])
            StageTable.Print(new Bench(6_000, names), $"6,000 bytes of Russian, {names:N0} names");
        return 0;
    case ["names", .. var folder]:
        NameTable.Print(folder.FirstOrDefault());
        return 0;
    case ["rules", .. var packs]:
        RulesTable.Print(Figure(packs, 0, 50));
        return 0;
    case ["answers"]:
        CaseAnswers.Print();
        return 0;
    case ["worst"]:
        WorstTable.Print();
        return 0;
    case ["checks", var length, .. var bytes]:
        StageTable.RunFor(TimeSpan.FromSeconds(int.Parse(length, CultureInfo.InvariantCulture)), new Bench(Figure(bytes, 0, 6_000)).Check);
        return 0;
    case ["storing", .. var figures]:
        var (writers, seconds, rounds) = (Figure(figures, 0, 32), Figure(figures, 1, 4), Figure(figures, 2, 5));
        await StoringTable.PrintAsync(Figure(figures, 3, 6000), writers, TimeSpan.FromSeconds(seconds), rounds);
        return 0;
    case ["queue", .. var how]:
        var numbers = how.Where(h => h != "postgres").ToArray();
        using (var server = how.Contains("postgres") ? PostgresServer.Start() : null)
        {
            await QueueTable.PrintAsync(Figure(numbers, 0, 1_000_000), Figure(numbers, 1, 500), server?.CreateDatabase());
        }

        return 0;
    case ["archive", "find", var kept]:
        await ArchiveTable.FindAsync(kept);
        return 0;
    case ["archive", .. var archive]:
        using (var server = archive.Contains("postgres") ? PostgresServer.Start() : null)
        {
            string[] words = [.. archive.Where(h => h != "postgres")];
            await ArchiveTable.PrintAsync(Figure(words, 0, 10_000), server?.CreateDatabase(), words.ElementAtOrDefault(1));
        }

        return 0;
    case ["sweep", "store", var store, .. var stored]:
        await SweepTable.PrintAsync(Figure(stored, 0, 1_000_000), null, store);
        return 0;
    case ["sweep", .. var sweep]:
        using (var server = sweep.Contains("postgres") ? PostgresServer.Start() : null)
        {
            await SweepTable.PrintAsync(Figure([.. sweep.Where(h => h != "postgres")], 0, 10_000), server?.CreateDatabase());
        }

        return 0;
    case ["desk", .. var load]:
        var counts = load.Where(h => h != "postgres").ToArray();
        using (var server = load.Contains("postgres") ? PostgresServer.Start() : null)
        {
            return await DeskLoad.RunAsync(Figure(counts, 0, 50), Figure(counts, 1, 5_000), Figure(counts, 2, 1_500) / 1000d, server?.CreateDatabase());
        }
    case ["request", var size, var store]:
        var request = new Bench(int.Parse(size, CultureInfo.InvariantCulture)).Request with { AsOf = new DateOnly(2023, 2, 7), Store = bool.Parse(store) };
        Console.Write(JsonSerializer.Serialize(request with { Article = request.Article with { ExternalId = "bench:0000000000" } }, ContractJson.Wire));
        return 0;
    case ["post", var url, var key, var file]:
        using (var client = new HttpClient())
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var content = new StringContent(File.ReadAllText(file), Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(url), content);
            Console.Write(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
    default:
        Console.Error.WriteLine("usage: engine | stages [BYTES ...] | names [FOLDER] | rules [PACKS] | answers | worst | checks SECONDS [BYTES] (for a profiler) | storing [WRITERS [SECONDS [ROUNDS [BYTES]]]] | queue [postgres] [REVIEWS [ROUNDS]] | archive [postgres] [ARTICLES [KEEP_AS]] | archive find KEPT | desk [postgres] [MODERATORS [ITEMS [READING_MS]]] | request BYTES STORE | post URL KEY FILE");
        return 2;
}

static int Figure(string[] figures, int at, int otherwise) => at < figures.Length ? int.Parse(figures[at], CultureInfo.InvariantCulture) : otherwise;
