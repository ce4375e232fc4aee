using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LabelService.Web;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Benchmarks;

/// <summary>
/// A desk of moderators at once, over HTTP: each takes what comes, claims it, decides it, sometimes undoes it, and is stopped at random in the
/// middle. In the end every item must be decided exactly once, every decision that was answered must be there, and the audit must verify.
/// </summary>
internal static class DeskLoad
{
    private static readonly ConcurrentDictionary<string, string> Answered = new();
    private static readonly ConcurrentBag<double> Times = [];
    private static double _think;
    private static int _conflicts;
    private static int _stopped;
    private static int _undone;

    /// <returns>0 where all held.</returns>
    /// <param name="think">Seconds that a moderator reads, on average; some read longer than their claim lasts.</param>
    public static async Task<int> RunAsync(int moderators, int items, double think, string? postgres)
    {
        _think = think;
        var folder = Directory.CreateTempSubdirectory("labelservice-desk-");
        QueueRules.Write(Path.Combine(folder.FullName, "rules"));
        string[] settings =
        [
            "urls=http://127.0.0.1:0", $"Rules:Path={Path.Combine(folder.FullName, "rules")}", "Bootstrap:ApiKey=live_for-the-bench-0001", "Reviews:LeaseSeconds=2",
            $"Storage:Provider={(postgres is null ? "sqlite" : "postgres")}", $"Storage:ConnectionString={postgres ?? "Data Source=" + Path.Combine(folder.FullName, "labels.db")}",
            "Serilog:MinimumLevel:Default=Error", "Serilog:MinimumLevel:Override:Microsoft=Error", "Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Error",
        ];
        var app = LabelHost.Build([.. settings.Select(s => "--" + s)]);
        await app.StartLabelServiceAsync();
        try
        {
            var address = new Uri(app.Urls.First());
            await FlagAsync(address, items);
            var keys = await KeysAsync(app.Services, moderators);
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(keys.Select((key, i) => Task.Run(() => WorkAsync(address, key, i))));
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            return await JudgeAsync(app.Services, items, moderators, seconds);
        }
        finally
        {
            await app.StopAsync();
            await app.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task FlagAsync(Uri address, int items)
    {
        using var cms = Client(address, "live_for-the-bench-0001");
        await Parallel.ForAsync(0, items, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancel) =>
        {
            using var body = new StringContent(QueueRules.Request.Replace("bench:0", $"desk:{i}", StringComparison.Ordinal), Encoding.UTF8, "application/json");
            using var answer = await cms.PostAsync("/v1/checks", body, cancel);
            answer.EnsureSuccessStatusCode();
        });
    }

    private static async Task<List<string>> KeysAsync(IServiceProvider services, int count)
    {
        await using var scope = services.CreateAsyncScope();
        var (accounts, keys) = (scope.ServiceProvider.GetRequiredService<AccountService>(), scope.ServiceProvider.GetRequiredService<PersonKeyService>());
        var made = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var invited = await accounts.InviteAsync(new NewAccount($"m{i}@example.org", $"Moderator {i}", "en", [PersonRoles.Moderator], [Person.EverySite]), default);
            made.Add((await keys.CreateAsync(invited.Value!.Account.Id, "bench", null, default)).Value!.Secret);
        }

        return made;
    }

    /// <summary>A shift; a client that is stopped leaves its claim behind and begins anew with another connection.</summary>
    private static async Task WorkAsync(Uri address, string key, int seed)
    {
        var random = new Random(seed);
        var client = Client(address, key);
        var empty = 0;
        while (empty < 20)
        {
            using var stop = new CancellationTokenSource();
            if (random.Next(20) == 0)
            {
                stop.CancelAfter(random.Next(1, 40 + (int)(1000 * _think)));
            }

            try
            {
                empty = await OneAsync(client, random, stop.Token) ? 0 : empty + 1;
                if (empty > 0)
                {
                    await Task.Delay(300, stop.Token);
                }
            }
            catch (Exception gone) when (gone is OperationCanceledException or HttpRequestException)
            {
                Interlocked.Increment(ref _stopped);
                client.Dispose();
                client = Client(address, key);
            }
        }

        client.Dispose();
    }

    /// <returns>Whether there was anything to do.</returns>
    private static async Task<bool> OneAsync(HttpClient client, Random random, CancellationToken cancel)
    {
        var page = await JsonAsync(await client.GetAsync("/v1/reviews", cancel));
        var free = page["reviews"]!.AsArray().Where(r => r!["leaseUntil"] is null || (DateTimeOffset)r["leaseUntil"]! < TimeProvider.System.GetUtcNow()).ToList();
        if (free.Count == 0)
        {
            return page["reviews"]!.AsArray().Count > 0;
        }

        var review = free[random.Next(free.Count)]!;
        var id = (string)review["id"]!;
        using var claimed = await client.PostAsync($"/v1/reviews/{id}/claim", null, cancel);
        if (claimed.StatusCode == HttpStatusCode.Conflict)
        {
            Interlocked.Increment(ref _conflicts);
            return true;
        }

        claimed.EnsureSuccessStatusCode();
        var standing = await JsonAsync(claimed);
        await Task.Delay(TimeSpan.FromSeconds(2 * _think * random.NextDouble()), cancel);
        var action = random.Next(2) == 0 ? "approve" : "reject";
        await DecideAsync(client, id, (int)standing["revision"]!, (string)review["questions"]![0]!["disclosureId"]!, action, cancel);
        if (random.Next(50) == 0)
        {
            await UndoAsync(client, id);
        }

        return true;
    }

    private static async Task DecideAsync(HttpClient client, string id, int revision, string question, string action, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        using var decided = await client.PostAsJsonAsync(
            $"/v1/reviews/{id}/decision", new { revision, decisions = new[] { new { disclosureId = question, action, reason = "seen by the bench" } } }, cancel);
        Times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (decided.StatusCode == HttpStatusCode.Conflict)
        {
            Interlocked.Increment(ref _conflicts);
            return;
        }

        decided.EnsureSuccessStatusCode();
        if (!Answered.TryAdd(id, action))
        {
            throw new InvalidOperationException($"{id} was decided twice.");
        }
    }

    /// <summary>Not stopped in the middle: whether an undo was answered must be known.</summary>
    private static async Task UndoAsync(HttpClient client, string id)
    {
        Answered.TryRemove(id, out _);
        using var undone = await client.PostAsync($"/v1/reviews/{id}/undo", null);
        if (undone.IsSuccessStatusCode)
        {
            Interlocked.Increment(ref _undone);
        }
    }

    private static async Task<int> JudgeAsync(IServiceProvider services, int items, int moderators, double seconds)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var decided = await db.Reviews.CountAsync(r => r.State == "decided");
        var binding = await db.Decisions.Where(d => d.State == "binding").Select(d => new { d.ReviewId, d.Action }).ToListAsync();
        var twice = binding.GroupBy(d => d.ReviewId).Count(g => g.Count() > 1);
        var stored = binding.GroupBy(d => d.ReviewId).ToDictionary(g => g.Key, g => g.First().Action);
        var lost = Answered.Count(a => stored.GetValueOrDefault(a.Key) != a.Value);
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(default);
        var times = Times.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moderators} moderators, {items:N0} items, {seconds:F0} s: {decided:N0} decided, {twice} twice, {lost} answered decisions lost; {_conflicts} conflicts told, {_stopped} clients stopped, {_undone} undone"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a decision: median {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms; audit: {verdict.Rows:N0} rows, {(verdict.Faults.IsEmpty ? "in order" : string.Join("; ", verdict.Faults))}"));
        var altered = await AlterAsync(db, services);
        Console.WriteLine(altered is null ? "one altered byte was NOT found" : $"one altered byte is found: {altered}");
        return decided == items && twice == 0 && lost == 0 && verdict.Faults.IsEmpty && altered is not null ? 0 : 1;
    }

    private static async Task<string?> AlterAsync(LabelContext db, IServiceProvider services)
    {
        var row = await db.Audit.OrderBy(a => a.Seq).Skip(100).FirstAsync();
        row.Data![^1] ^= 1;
        db.Entry(row).Property(a => a.Data).IsModified = true;
        await db.SaveChangesAsync();
        return (await services.GetRequiredService<AuditVerifier>().VerifyAsync(default)).Faults.FirstOrDefault();
    }

    private static HttpClient Client(Uri address, string key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 16 }, disposeHandler: true) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!;
}
