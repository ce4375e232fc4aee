using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Reviews;

public sealed class DecisionTests
{
    [Fact]
    public async Task Tells_the_rules_authors_of_a_rejected_hit_until_it_is_undone()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var author = await Visitor.EnterAsAsync(desk.Service, PersonRoles.RuleAuthor);
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Asker", "a1"));
        var meant = await desk.FlagAsync(Newsdesk.Naming("a2"));
        (await moderator.DecideAsync(id, "reject", ",\"reason\":\"a recipe, no news\"")).EnsureSuccessStatusCode();
        (await moderator.DecideAsync(meant, "reject", ",\"reason\":\"another person\"")).EnsureSuccessStatusCode();

        var reports = await author.ReadAsync("/workshop/reports");
        Assert.Contains("a recipe, no news", reports, StringComparison.Ordinal);
        Assert.DoesNotContain("another person", reports, StringComparison.Ordinal);
        (await moderator.PostAsync($"/v1/reviews/{id}/undo", null)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("a recipe, no news", await author.ReadAsync("/workshop/reports"), StringComparison.Ordinal);
    }

    private const string NotHim = ""","reason":"a football player of the same name" """;

    [Fact]
    public async Task Brings_an_approved_label_to_the_newsroom()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));

        using var decided = await moderator.DecideAsync(id, "approve");

        Assert.Equal("decided", (string?)(await decided.ReadAsync())["state"]);
        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));
        Assert.Equal("moderator", (string?)(await desk.Cms.GetAsync("/v1/labels?externalId=a1").ReadAsync())["decidedBy"]);
        Assert.Equal(["a1"], await desk.Cms.EventsAsync("review.opened"));
        Assert.Equal(["a1"], await desk.Cms.EventsAsync("review.decided"));
        Assert.Equal(["a1"], await desk.Cms.EventsAsync("labels.changed"));
    }

    [Fact]
    public async Task Takes_a_rejected_one_from_the_labels()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));

        Assert.Equal("reason-needed", await moderator.DecideAsync(id, "reject").CodeAsync());
        using var decided = await moderator.DecideAsync(id, "reject", NotHim);

        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
        Assert.Equal("compliant", (string?)(await desk.Cms.GetAsync("/v1/labels?externalId=a1").ReadAsync())["verdict"]);
        Assert.Equal("decided", (string?)(await desk.Cms.CheckAsync(Newsdesk.Naming("a1")).ReadAsync())["review"]!["state"]);
    }

    [Fact]
    public async Task Asks_again_only_about_what_an_edit_changed()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "approve")).Dispose();

        var far = await desk.Cms.CheckAsync(Newsdesk.Naming("a1").Replace("хорошей", "плохой и дождливой весь этот долгий день", StringComparison.Ordinal)).ReadAsync();
        Assert.Equal("decided", (string?)far["review"]!["state"]);
        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));

        var near = await desk.Cms.CheckAsync(Newsdesk.Naming("a1", "в кино")).ReadAsync();
        Assert.Equal("open", (string?)near["review"]!["state"]);
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
    }

    [Fact]
    public async Task Refuses_a_decision_on_what_has_changed_since()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var other = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        var seen = await other.ReviewAsync(id);
        (await moderator.DecideAsync(id, "approve")).Dispose();

        var late = Calls.Json($$$"""{"revision":{{{seen["revision"]}}},"decisions":[{"disclosureId":"{{{seen["questions"]![0]!["disclosureId"]}}}","action":"approve"}]}""");
        using var answer = await other.PostAsync($"/v1/reviews/{id}/decision", late);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.ReadAsync();
        Assert.Equal("review-decided", (string?)problem["code"]);
        Assert.Contains("Person 1 decided this review", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_two_persons_where_the_rule_asks_for_them()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t1"));

        Assert.Equal("open", (string?)(await first.DecideAsync(id, "approve").ReadAsync())["state"]);
        Assert.Empty(await desk.Cms.StatusesAsync("t1"));
        Assert.Equal("second-person", await first.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await second.DecideAsync(id, "approve").ReadAsync())["state"]);
        Assert.Equal(["two-notice missing"], await desk.Cms.StatusesAsync("t1"));
    }

    [Fact]
    public async Task Leaves_a_disagreement_to_a_senior()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        using var senior = await desk.PersonAsync(PersonRoles.Senior);
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t1"));
        (await first.DecideAsync(id, "approve")).Dispose();

        Assert.Equal("escalated", (string?)(await second.DecideAsync(id, "reject", NotHim).ReadAsync())["state"]);
        Assert.Equal("senior-needed", await first.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await senior.DecideAsync(id, "approve").ReadAsync())["state"]);
    }

    [Fact]
    public async Task Remembers_whom_words_do_not_mean()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));

        Assert.Equal("cannot-remember", await moderator.DecideAsync(id, "reject", NotHim + ""","remember":"site","rememberUntil":"2020-01-01" """).CodeAsync());
        (await moderator.DecideAsync(id, "reject", NotHim + ""","remember":"author","rememberUntil":"2030-01-01" """)).EnsureSuccessStatusCode();

        Assert.Null((await desk.Cms.CheckAsync(Newsdesk.Naming("a2", "в театре")).ReadAsync())["review"]);
        var other = Newsdesk.Naming("a3", "в кино").Replace("Мария Ветрова", "Иван Берегов", StringComparison.Ordinal);
        Assert.NotNull((await desk.Cms.CheckAsync(other).ReadAsync())["review"]);
    }

    [Fact]
    public async Task Takes_other_words_only_where_the_rule_still_reads_itself_in_them()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Asker", "e1"));

        Assert.Equal("text-out-of-bounds", await moderator.DecideAsync(id, "edit", NotHim).CodeAsync());
        (await moderator.DecideAsync(id, "edit", ""","reason":"shorter","text":{"en":"The third register includes The Invented Asker."}""")).EnsureSuccessStatusCode();
        var labels = await desk.Cms.GetAsync("/v1/labels?externalId=e1").ReadAsync();
        Assert.Equal("The third register includes The Invented Asker.", (string?)labels["disclosures"]![0]!["text"]!["en"]);
    }
}
