using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LabelService.Web.Tests.Webhooks;

/// <summary>The promise of delivering: each event arrives, whatever receiver and process do.</summary>
public sealed class WebhookStormTests
{
    /// <summary>Each is checked eight times, with two events a check or nearly.</summary>
    private const int ArticlesOfTenThousand = 700;
    private const int Kills = 3;
    private const int MostRefusals = 5;

    [Fact]
    public Task Delivers_ten_thousand_events_through_three_kills() => HoldsAsync(null, ArticlesOfTenThousand, 10_000);

    [Fact]
    public async Task Delivers_two_thousand_from_PostgreSQL_too()
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        var database = PostgresServer.Shared.CreateDatabase(empty: true);
        await HoldsAsync(database, ArticlesOfTenThousand / 5, 2_000);
        PostgresServer.Shared.DropDatabase(database);
    }

    private static async Task HoldsAsync(string? postgres, int articles, int events)
    {
        var taken = new ConcurrentDictionary<string, Received>(StringComparer.Ordinal);
        var newest = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var tries = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using var receiver = await Receiver.StartAsync((received, context) => AnswerAsync(received, context, tries, () =>
        {
            taken.TryAdd(received.Id, received);
            newest.AddOrUpdate(received.ExternalId!, received.Sequence, (_, known) => Math.Max(known, received.Sequence));
        }));
        var goneAfter = 0;
        await using var leaving = await Receiver.StartAsync((_, context) =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref goneAfter) > 50 ? 410 : 200;
            return Task.CompletedTask;
        });
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        using var life = new Life(folder, postgres);
        try
        {
            await life.StartAsync();
            foreach (var address in (string[])[receiver.Address, leaving.Address])
            {
                (await life.Http.PostAsJsonAsync("/v1/webhooks", new { url = address })).EnsureSuccessStatusCode();
            }

            for (var round = 0; round <= Kills; round++)
            {
                await CheckAsync(life.Http, round, articles);
                if (round < Kills)
                {
                    await UntilAsync(() => taken.Count >= (round + 1) * events / (Kills + 2), $"the {round + 1}. kill");
                    await life.KillAsync();
                    await life.StartAsync();
                }
            }

            var (count, last) = await HappenedAsync(life.Http);
            Assert.True(count >= events, $"only {count} events");
            await UntilAsync(() => taken.Values.Select(t => t.Sequence).Distinct().Count() >= count, "all to arrive");
            Assert.Equal(count, taken.Values.Select(t => t.Sequence).Distinct().Count());
            Assert.Equal(last.OrderBy(p => p.Key, StringComparer.Ordinal), newest.OrderBy(p => p.Key, StringComparer.Ordinal));
            var gone = leaving.All.ElementAt(50).At;
            Assert.DoesNotContain(leaving.All, r => r.At > gone.AddSeconds(1));
            Assert.DoesNotContain(receiver.All, r => r.Path == "/elsewhere");
        }
        finally
        {
            await life.KillAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fails, hangs, breaks off, sends elsewhere or asks for a rest at random, but each delivery a few times only.</summary>
    private static async Task AnswerAsync(Received received, HttpContext context, ConcurrentDictionary<string, int> tries, Action taken)
    {
        var mood = tries.AddOrUpdate(received.Id, 1, (_, n) => n + 1) > MostRefusals ? 99 : Random.Shared.Next(100);
        switch (mood)
        {
            case < 10: context.Response.StatusCode = 500; break;
            case < 14: context.Response.StatusCode = 302; context.Response.Headers.Location = "/elsewhere"; break;
            case < 16: context.Response.StatusCode = 429; context.Response.Headers.RetryAfter = "20"; break;
            case < 17: await Task.Delay(TimeSpan.FromSeconds(1.5), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); context.Abort(); break;
            case < 20: context.Abort(); break;
            default: taken(); break;
        }
    }

    private static async Task CheckAsync(HttpClient http, int round, int articles)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < articles * 2; i++)
        {
            // Each article twice in a round, with the notice's paper and without: its labels change each time.
            var paper = (i / articles) % 2 == 0 ? "The Invented Courier" : "Another Paper";
            lines.Append(CultureInfo.InvariantCulture, $$$"""{"article":{"externalId":"a{{{i % articles}}}","body":"Text {{{round}}}-{{{i}}}.\n\nSource: {{{paper}}}"}}""").Append('\n');
        }

        using var body = new StringContent(lines.ToString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
        using var answer = await http.PostAsync("/v1/checks/batch", body);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsStringAsync();
    }

    /// <summary>How many events there were, and the last of each article.</summary>
    private static async Task<(int Count, Dictionary<string, long> Last)> HappenedAsync(HttpClient http)
    {
        var (count, last, cursor) = (0, new Dictionary<string, long>(StringComparer.Ordinal), "0");
        while (true)
        {
            var page = await http.GetAsync($"/v1/changes?since={cursor}").ReadAsync();
            foreach (var happened in page["events"]!.AsArray())
            {
                last[(string)happened!["externalId"]!] = (long)happened["seq"]!;
                count++;
            }

            cursor = (string)page["cursor"]!;
            if (!(bool)page["more"]!)
            {
                return (count, last);
            }
        }
    }

    private static Task UntilAsync(Func<bool> holds, string what) => Deadline.UntilAsync(() => Task.FromResult(holds()), 600, what);

    /// <summary>The service, which dies and comes again.</summary>
    private sealed class Life(string folder, string? postgres) : IDisposable
    {
        private Process? _process;

        public HttpClient Http { get; private set; } = new();

        public async Task StartAsync()
        {
            _process = ServiceProcess.Start(
                folder, null, postgres, "Webhooks__AllowedNetworks=127.0.0.0/8", "Webhooks__RetryScale=0.001", "Webhooks__TimeoutSeconds=1", "Serilog__MinimumLevel__Default=Warning", "Serilog__MinimumLevel__Override__LabelService=Fatal");
            Http = new HttpClient { BaseAddress = await ServiceProcess.AddressOfAsync(_process), Timeout = TimeSpan.FromMinutes(2) };
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        }

        public async Task KillAsync()
        {
            if (_process is { HasExited: false })
            {
                _process.Kill();
                await _process.WaitForExitAsync();
            }

            Http.Dispose();
        }

        public void Dispose() => _process?.Dispose();
    }
}
