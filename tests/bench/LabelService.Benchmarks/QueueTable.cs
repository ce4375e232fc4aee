using System.Diagnostics;
using System.Globalization;
using System.Text;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Benchmarks;

/// <summary>
/// What a moderator waits for where a million reviews lie in the store: pages of the queue, filters, searches, a review opened, a decision.
/// Each through the very services that page and API call; only HTTP is left out.
/// </summary>
internal static class QueueTable
{
    private const int Articles = 20_000;
    private static readonly Person Moderator = new("bench", "Bench", "bench@example.org", [PersonRoles.Moderator], [Person.EverySite]);

    /// <param name="postgres">The connection string of an empty database; null for a new SQLite file.</param>
    public static async Task PrintAsync(int reviews, int rounds, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("labelservice-queue-");
        try
        {
            await using var services = await ServicesAsync(folder.FullName, postgres);
            var began = Stopwatch.GetTimestamp();
            await FillAsync(services, reviews);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reviews:N0} reviews made in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s; {rounds} rounds each, one at a time"));
            Console.WriteLine($"  {"",-44} {"median ms",10} {"p99 ms",8} {"worst",8} {"rows",6}");
            await MeasureAsync(services, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ServiceProvider services, int rounds)
    {
        var (queue, desk, decisions) = (services.GetRequiredService<ReviewQueue>(), services.GetRequiredService<ReviewDesk>(), services.GetRequiredService<DecisionService>());
        async Task<int> Page(QueueQuery query) => (await queue.PageAsync(query, Moderator, default)).Value!.Lines.Length;
        await RowAsync("first page, all that waits", rounds, _ => Page(new QueueQuery()));
        await RowAsync("first page, mine", rounds, _ => Page(new QueueQuery { View = QueueView.Mine }));
        await RowAsync("filter: one of 50 rules", rounds, i => Page(new QueueQuery { Rule = $"xx.rule.{i % 50}" }));
        await RowAsync("filter: one of 3,000 entities", rounds, i => Page(new QueueQuery { Entity = $"xx:e{i % 3000}" }));
        await RowAsync("filter: one of 20 sites", rounds, i => Page(new QueueQuery { Site = $"site{i % 20}" }));
        await RowAsync("filter: rule and site", rounds, i => Page(new QueueQuery { Rule = $"xx.rule.{i % 50}", Site = $"site{i % 20}" }));
        await RowAsync("filter: reason and confidence", rounds, _ => Page(new QueueQuery { Reason = "who-is-meant", ConfidenceBelow = 0.5 }));
        await RowAsync("filter: nothing fits", rounds, i => Page(new QueueQuery { Rule = "xx.no-such-rule", Language = "ru" }));
        await RowAsync("decided, the newest first", rounds, _ => Page(new QueueQuery { View = QueueView.Decided }));
        var cursor = await DeepAsync(queue, 200);
        await RowAsync("page 200, by its cursor", rounds, _ => Page(new QueueQuery { Cursor = cursor }));
        await RowAsync("search: a word of 200 reviews", rounds, i => Page(new QueueQuery { Text = $"слово{i % 5000}я" }));
        await RowAsync("search: two words", rounds, i => Page(new QueueQuery { Text = $"новост слово{i % 5000}я" }));
        await RowAsync("search: a word of every review", rounds, _ => Page(new QueueQuery { Text = "новости" }));
        await RowAsync("count, up to 1,000", rounds, _ => queue.CountAsync(new QueueQuery(), Moderator, default));
        var ids = await IdsAsync(services, 2 * rounds);
        await RowAsync("a review opened at the desk", rounds, async i => (await desk.OpenAsync(ids[i], Moderator, default)).Value!.Items.Length);
        await RowAsync("a decision", rounds, async i => await DecideAsync(desk, decisions, ids[i]));
    }

    private static async Task<int> DecideAsync(ReviewDesk desk, DecisionService decisions, string id)
    {
        var request = new DecisionRequest { Revision = 1, Decisions = [new DisclosureDecision { DisclosureId = "dsc_bench", Action = DecisionAction.Approve }] };
        var answer = await decisions.DecideAsync(id, request, Moderator, null, default);
        return answer.IsRefused ? throw new InvalidOperationException(answer.Refusal.Detail) : 1;
    }

    private static async Task<string> DeepAsync(ReviewQueue queue, int pages)
    {
        string? cursor = null;
        for (var i = 0; i < pages; i++)
        {
            cursor = (await queue.PageAsync(new QueueQuery { Cursor = cursor }, Moderator, default)).Value!.Next ?? cursor;
        }

        return cursor!;
    }

    private static async Task RowAsync(string name, int rounds, Func<int, Task<int>> act)
    {
        var times = new List<double>(rounds);
        var rows = 0;
        for (var i = -Math.Min(20, rounds); i < rounds; i++)
        {
            // What writes has no second try: its warm-up is its first rounds.
            if (i < 0 && name == "a decision")
            {
                continue;
            }

            var began = Stopwatch.GetTimestamp();
            rows = await act(Math.Abs(i));
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-44} {times[times.Count / 2],10:F2} {times[times.Count * 99 / 100],8:F2} {times[^1],8:F2} {rows,6}"));
    }

    private static async Task<List<string>> IdsAsync(ServiceProvider services, int count)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        return await db.Reviews.Where(r => r.Waiting && r.Revision == 1 && r.Site != "default").OrderBy(r => r.Number).Take(count).Select(r => r.Id).ToListAsync();
    }

    private static async Task<ServiceProvider> ServicesAsync(string folder, string? postgres)
    {
        QueueRules.Write(Path.Combine(folder, "rules"));
        var values = new Dictionary<string, string?>
        {
            ["Storage:Provider"] = postgres is null ? "sqlite" : "postgres",
            ["Storage:ConnectionString"] = postgres ?? $"Data Source={Path.Combine(folder, "labels.db")}",
            ["Rules:Path"] = Path.Combine(folder, "rules"),
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection().AddLogging().AddLabelWorkflow(configuration, folder, _ => "http://127.0.0.1:5080").BuildServiceProvider();
        await WorkflowServices.PrepareAsync(services, default);
        return services;
    }

    /// <summary>One real check makes the first of each row; the database copies them.</summary>
    private static async Task FillAsync(ServiceProvider services, int reviews)
    {
        var recorder = services.GetRequiredService<CheckRecorder>();
        await recorder.StartAsync(default);
        var done = await services.GetRequiredService<CheckService>().CheckAsync(Encoding.UTF8.GetBytes(QueueRules.Request), new CheckCaller("bench", "default", true), null, default);
        await recorder.StopAsync(default);
        if (done.Value?.Report.Review is null)
        {
            throw new InvalidOperationException("The first check opened no review.");
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        var isSqlite = db.Database.IsSqlite();
        foreach (var sql in QueueRules.Copies(reviews, Articles, isSqlite))
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }
    }
}
