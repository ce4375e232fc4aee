using System.Net;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Teaching;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Teaching;

public sealed class BrakeTests
{
    private const string Rule = "xx.desk.person";

    [Fact]
    public async Task Brakes_a_rule_that_moderators_reject_to_review_then_to_shadow_until_somebody_lifts_it()
    {
        await using var desk = await OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var author = await desk.PersonAsync(PersonRoles.RuleAuthor);
        await desk.Cms.CheckAsync(ByFullName("stored"));
        Assert.Equal("missing", await StatusAsync(desk, ByFullName("c0")));

        await RejectAsync(desk, moderator, "a", 5);
        Assert.Single(await LookAsync(desk));
        var braked = await AnswerAsync(desk, ByFullName("c1"));
        Assert.Equal("needs-review", (string?)braked["verdict"]);
        Assert.Equal("pending", (string?)braked["disclosures"]![0]!["status"]);
        var review = await moderator.ReviewAsync((string)braked["review"]!["id"]!);
        Assert.Equal("rule-braked", (string?)review["questions"]![0]!["reason"]);
        await Deadline.UntilAsync(async () => (await desk.Cms.StatusesAsync("stored")).Count == 0, 20, "the stored article is looked at again");

        await RejectAsync(desk, moderator, "b", 5);
        Assert.Single(await LookAsync(desk));
        Assert.Null(await StatusAsync(desk, ByFullName("c2")));

        var brake = Assert.Single(await desk.Service.Services.GetRequiredService<BrakeBook>().InForceAsync(CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, (await LiftAsync(moderator, brake.Id, "I say so")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await LiftAsync(author, brake.Id, "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LiftAsync(author, brake.Id, "the words were mended")).StatusCode);
        Assert.Equal("missing", await StatusAsync(desk, ByFullName("c3")));
        await Deadline.UntilAsync(async () => (await desk.Cms.StatusesAsync("stored")).Count == 1, 20, "the stored article is looked at again");
    }

    [Fact]
    public async Task Keeps_brakes_and_their_end_on_record()
    {
        await using var desk = await OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var administrator = await desk.PersonAsync(PersonRoles.Administrator);
        await RejectAsync(desk, moderator, "a", 5);
        await LookAsync(desk);
        var brake = Assert.Single(await desk.Service.Services.GetRequiredService<BrakeBook>().InForceAsync(CancellationToken.None));
        await LiftAsync(administrator, brake.Id, "the words were mended");

        var braked = (await administrator.GetAsync($"/v1/audit?subject={Rule}&what=rule.braked").ReadAsync())["rows"]![0]!;
        var lifted = (await administrator.GetAsync($"/v1/audit?subject={Rule}&what=rule.brake-lifted").ReadAsync())["rows"]![0]!;
        Assert.Equal(("system", 5, 1), ((string?)braked["actorKind"], (int)braked["data"]!["after"]!["decided"]!, (int)braked["data"]!["after"]!["step"]!));
        Assert.Equal(("person", "the words were mended"), ((string?)lifted["actorKind"], (string?)lifted["data"]!["after"]!["reason"]));
    }

    [Fact]
    public async Task Looks_by_itself_after_decisions()
    {
        await using var desk = await OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        await RejectAsync(desk, moderator, "a", 5);

        await Deadline.UntilAsync(async () => await StatusAsync(desk, ByFullName($"c{Guid.NewGuid()}")) == "pending", 20, "the rule is braked");
    }

    /// <summary>The rule's limit is 0.9, and five decisions are enough.</summary>
    private static async Task<Newsdesk> OpenAsync()
    {
        var desk = await Newsdesk.OpenAsync("Reviews:BrakeAfter=5");
        var file = Path.Combine(desk.Service.RulesFolder, "packs", "xx-desk", "pack.yaml");
        var pack = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, pack.Replace($"id: {Rule}\n    status: on", $"id: {Rule}\n    status: on\n    moderation: {{ minUpheld: 0.9 }}", StringComparison.Ordinal));
        var rules = desk.Service.Services.GetRequiredService<RulesetHolder>();
        rules.Load();
        Assert.Equal(0.9, RuleLimits.Of(rules.Current.Ruleset)[Rule]);
        return desk;
    }

    private static async Task RejectAsync(Newsdesk desk, HttpClient moderator, string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var review = await desk.FlagAsync(Newsdesk.Naming($"{prefix}{i}", $"на площади номер {i}"));
            (await moderator.DecideAsync(review, "reject", ",\"reason\":\"somebody else\"")).EnsureSuccessStatusCode();
        }
    }

    /// <remarks>The worker may have been quicker: what counts is that the step was taken.</remarks>
    private static async Task<IReadOnlyList<object>> LookAsync(Newsdesk desk)
    {
        await desk.Service.Services.GetRequiredService<RuleBrake>().LookAsync(CancellationToken.None);
        return [.. await desk.Service.Services.GetRequiredService<BrakeBook>().InForceAsync(CancellationToken.None)];
    }

    private static string ByFullName(string id) => Newsdesk.Naming(id).Replace("Пётр Травкин", "Пётр Ильич Травкин", StringComparison.Ordinal);

    private static Task<JsonNode> AnswerAsync(Newsdesk desk, string request) => desk.Cms.CheckAsync(request).ReadAsync();

    private static async Task<string?> StatusAsync(Newsdesk desk, string request) =>
        (await AnswerAsync(desk, request))["disclosures"]!.AsArray().Select(d => (string?)d!["status"]).SingleOrDefault();

    private static Task<HttpResponseMessage> LiftAsync(HttpClient who, string brake, string reason) =>
        who.PostAsync($"/dashboard/brakes/{brake}/lift", new FormUrlEncodedContent([new("reason", reason)]));
}
