using System.Diagnostics;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LabelService.Benchmarks;

/// <summary>What storing a check costs without HTTP and without the check itself: many callers, each waiting for its own commit.</summary>
internal static class StoringTable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <param name="writers">How many callers write at once.</param>
    /// <param name="length">How long each of the rounds takes.</param>
    public static async Task PrintAsync(int bytes, int writers, TimeSpan length, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("labelservice-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "bench.db");
            await using var services = await PrepareAsync(file);
            using var recorder = Recorder(services);
            await recorder.StartAsync(CancellationToken.None);
            var record = Record(bytes);
            await RunAsync(recorder, record, writers, WarmUp);
            Console.WriteLine($"{bytes} bytes, {writers} callers:  checks/s  CPU µs  median ms  99 % ms  file bytes a check");
            for (var round = 1; round <= rounds; round++)
            {
                var (before, cpu) = (new FileInfo(file).Length, Environment.CpuUsage.TotalTime);
                var times = await RunAsync(recorder, record, writers, length);
                var spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times.Count;
                times.Sort();
                Console.WriteLine(
                    $"  round {round,-18} {times.Count / length.TotalSeconds,12:F0} {spent,7:F0} {times[times.Count / 2].TotalMilliseconds,10:F2} "
                    + $"{times[times.Count * 99 / 100].TotalMilliseconds,8:F2} {(new FileInfo(file).Length - before) / times.Count,19}");
            }

            await recorder.StopAsync(CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ServiceProvider> PrepareAsync(string file)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={file};Pooling=False")]).Build();
        var services = new ServiceCollection().AddLabelStore(settings).BuildServiceProvider();
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(CancellationToken.None);
        return services;
    }

    private static CheckRecorder Recorder(ServiceProvider services) => new(
        new SqliteStatements(services.GetRequiredService<IOptions<StorageOptions>>(), services.GetRequiredService<TimeProvider>()),
        NullLogger<CheckRecorder>.Instance);

    private static CheckRecord Record(int bytes)
    {
        var bench = new Bench(bytes);
        var report = bench.Check();
        return new CheckRecord(
            report, ReportJson.Write(report), bench.Request,
            JsonSerializer.SerializeToUtf8Bytes(bench.Request, ContractJson.Wire), "default", RandomId.Next("key", TimeProvider.System.GetUtcNow()),
            TimeProvider.System.GetUtcNow())
        {
            LabelsHash = Workflow.Reviews.LabelsHash.Of(report),
        };
    }

    /// <returns>How long each check's caller waited.</returns>
    private static async Task<List<TimeSpan>> RunAsync(CheckRecorder recorder, CheckRecord record, int writers, TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var mine = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                var next = Next(record, $"bench:{began}-{writer}-{mine.Count}");
                var asked = Stopwatch.GetTimestamp();
                await recorder.WriteAsync(next);
                mine.Add(Stopwatch.GetElapsedTime(asked));
            }

            return mine;
        })));
        return [.. times.SelectMany(t => t)];
    }

    /// <summary>The same check of another article.</summary>
    private static CheckRecord Next(CheckRecord record, string externalId)
    {
        var now = TimeProvider.System.GetUtcNow();
        return record with
        {
            Now = now,
            Report = record.Report with { Id = RandomId.Next("chk", now) },
            Request = record.Request with { Article = record.Request.Article with { ExternalId = externalId } },
        };
    }
}
