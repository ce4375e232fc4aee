using System.Net;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Rules;

/// <summary>A pack that is broken when the service starts has no last good state: what it would have asked for must not be taken for nothing.</summary>
public sealed class BrokenPackTests
{
    private const string Broken = """
        pack: xx-broken
        version: 2026.11
        jurisdiction: RU
        title: { en: Broken, ru: Сломанный }
        rules:
          - id: xx.broken.age
            status: on
            when: { always: true }
            require: [{ age: { scale: no-such-scale, value: 18+ } }]
        """;

    private static readonly string Article = TestRules.From("Nobody in a register", ""","externalId":"b1","publishedAt":"2023-02-07" """);

    [Fact]
    public async Task Leaves_every_answer_to_a_moderator_until_the_pack_is_mended()
    {
        await using var service = await StartAsync(Broken);

        var ready = await service.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("degraded", (string?)(await ready.ReadAsync())["status"]);
        var report = await service.Http.CheckAsync(Article).ReadAsync();
        Assert.Equal(("needs-review", "partial"), ((string?)report["verdict"], (string?)report["coverage"]));
        Assert.Null(report["review"]);
        var notice = Assert.Single(report["notices"]!.AsArray())!;
        Assert.Equal("pack-broken", (string?)notice["code"]);
        Assert.Contains("Mend packs/xx-broken/pack.yaml", (string?)notice["message"], StringComparison.Ordinal);
        Assert.Equal("needs-review", (string?)(await LabelsAsync(service, "b1"))["verdict"]);
        Assert.Equal("compliant", (string?)(await service.Http.CheckAsync(Of(Article, "DE")).ReadAsync())["verdict"]);

        await File.WriteAllTextAsync(PackFile(service.RulesFolder), Broken.Replace("[{ age: { scale: no-such-scale, value: 18+ } }]", "[{ flag: { action: track, why: { en: a, ru: б } } }]", StringComparison.Ordinal));

        await Deadline.UntilAsync(async () => (string?)(await service.Http.CheckAsync(Article).ReadAsync())["verdict"] == "compliant", 5, "the mended pack");
        Assert.Equal("compliant", (string?)(await LabelsAsync(service, "b1"))["verdict"]);
    }

    [Fact]
    public async Task Tells_in_answers_that_a_pack_serves_in_its_last_good_state()
    {
        await using var service = await RunningService.StartAsync();
        await File.AppendAllTextAsync(TestRules.PackFile(service.RulesFolder), "\nnonsense: true\n");

        JsonNode? report = null;
        await Deadline.UntilAsync(async () => (report = await service.Http.CheckAsync(Article).ReadAsync())["notices"]!.AsArray().Count > 0, 5, "the notice");

        Assert.Equal("pack-kept", (string?)Assert.Single(report!["notices"]!.AsArray())!["code"]);
        Assert.Equal(("compliant", "full"), ((string?)report["verdict"], (string?)report["coverage"]));
    }

    [Fact]
    public async Task Answers_503_where_there_are_registries_and_no_pack_could_be_loaded()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        await File.WriteAllBytesAsync(TestRules.PackFile(Path.Combine(folder, "rules")), [.. "pack: "u8, 0xFF]);
        await using var service = await RunningService.StartInAsync(folder, ownsFolder: true);

        var refused = await service.Http.CheckAsync(Article);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("no-ruleset", (string?)(await refused.ReadAsync())["code"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Http.GetAsync("/v1/labels?externalId=b1")).StatusCode);
    }

    [Fact]
    public async Task Keeps_questions_and_decisions_of_a_pack_that_is_broken_after_a_restart()
    {
        var folder = RunningService.NewFolder();
        var rules = Path.Combine(folder, "rules");
        await Newsdesk.WriteRulesAsync(rules);
        string decided, open;
        await using (var before = await RunningService.StartInAsync(folder, ownsFolder: false))
        {
            var desk = Newsdesk.Of(before);
            using var moderator = await desk.ModeratorAsync();
            decided = await desk.FlagAsync(Newsdesk.Naming("a1"));
            (await moderator.DecideAsync(decided, "approve")).EnsureSuccessStatusCode();
            open = await desk.FlagAsync(Newsdesk.Naming("a2", "в театре"));
        }

        var good = await File.ReadAllTextAsync(Newsdesk.PackFile(rules));
        await File.WriteAllTextAsync(Newsdesk.PackFile(rules), good.Replace("version: 2026.11", "version: []", StringComparison.Ordinal));
        await using var service = await RunningService.StartInAsync(folder, ownsFolder: true);
        var after = Newsdesk.Of(service, people: 1);
        using var reader = await after.ModeratorAsync();
        var again = await after.Cms.CheckAsync(Newsdesk.Naming("a2", "в театре")).ReadAsync();
        Assert.Equal(("needs-review", null), ((string?)again["verdict"], again["review"]));
        await Deadline.UntilAsync(async () => await HasLookedAsync(service), 20, "the new look at all stored articles");
        Assert.Equal("open", (string?)(await reader.ReviewAsync(open))["state"]);
        Assert.Equal("binding", (string?)(await reader.ReviewAsync(decided))["decisions"]![0]!["state"]);
        Assert.Empty(await after.Cms.EventsAsync("review.superseded"));

        await File.WriteAllTextAsync(Newsdesk.PackFile(rules), good);
        await Deadline.UntilAsync(async () => (await after.Cms.StatusesAsync("a1")).Count > 0, 5, "the mended pack");
        Assert.Equal(["example-notice missing"], await after.Cms.StatusesAsync("a1"));
    }

    private static async Task<bool> HasLookedAsync(RunningService service)
    {
        await using var db = await service.Services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var state = await db.RuleStates.AsNoTracking().OrderByDescending(s => s.Seq).FirstOrDefaultAsync();
        return state?.Ruleset == (string?)(await service.Http.GetAsync("/health/ready").ReadAsync())["ruleset"]
            && await db.Sweeps.AnyAsync(s => s.StateAfter == state!.Seq && s.FinishedAt != null);
    }

    private static async Task<JsonNode> LabelsAsync(RunningService service, string id) => await service.Http.GetAsync($"/v1/labels?externalId={id}").ReadAsync();

    private static string Of(string article, string jurisdiction) => article.Insert(article.Length - 1, $$""","jurisdictions":["{{jurisdiction}}"]""");

    private static string PackFile(string rules) => Path.Combine(rules, "packs", "xx-broken", "pack.yaml");

    private static async Task<RunningService> StartAsync(string pack)
    {
        var folder = RunningService.NewFolder();
        var rules = Path.Combine(folder, "rules");
        TestRules.Write(rules);
        Directory.CreateDirectory(Path.GetDirectoryName(PackFile(rules))!);
        await File.WriteAllTextAsync(PackFile(rules), pack);
        return await RunningService.StartInAsync(folder, ownsFolder: true);
    }
}
