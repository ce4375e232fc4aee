using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Rulesets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Reviews;

/// <summary>What becomes of reviews, appeals and memories when article, rules or day go on.</summary>
public sealed class FollowTests
{
    private const string SomebodyElse = ""","reason":"somebody else" """;
    private const string OnTheSite = """,  "reason":"somebody else","remember":"site" """;

    [Fact]
    public async Task Keeps_an_appeal_when_the_article_is_saved_again_and_when_it_is_looked_at_again()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var other = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "approve")).Dispose();
        (await other.SayAsync(id, "appeal", "this is my neighbour")).EnsureSuccessStatusCode();

        await desk.Cms.CheckAsync(Newsdesk.Naming("a1")).ReadAsync();
        await LookAgainAsync(desk);

        Assert.Equal("appealed", (string?)(await other.ReviewAsync(id))["state"]);
        Assert.True((DateTimeOffset)(await other.ReviewAsync(id))["dueAt"]! > TimeProvider.System.GetUtcNow());
        Assert.Equal("decided", (string?)(await other.DecideAsync(id, "reject", SomebodyElse).ReadAsync())["state"]);
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
    }

    [Fact]
    public async Task Undoes_a_rejection_that_is_remembered_after_the_articles_were_looked_at_again()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "reject", OnTheSite)).EnsureSuccessStatusCode();
        await LookAgainAsync(desk);

        Assert.Equal("open", (string?)(await moderator.PostAsync($"/v1/reviews/{id}/undo", null).ReadAsync())["state"]);
        Assert.NotNull((await desk.Cms.CheckAsync(Newsdesk.Naming("a2")).ReadAsync())["review"]);
    }

    [Fact]
    public async Task Hears_an_appeal_against_what_was_remembered()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var other = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "reject", OnTheSite)).EnsureSuccessStatusCode();
        (await other.SayAsync(id, "appeal", "it is he after all")).EnsureSuccessStatusCode();
        await LookAgainAsync(desk);
        await desk.Cms.CheckAsync(Newsdesk.Naming("a1")).ReadAsync();

        Assert.Equal("decided", (string?)(await other.DecideAsync(id, "approve").ReadAsync())["state"]);

        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));
        await LookAgainAsync(desk);
        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));
        Assert.NotNull((await desk.Cms.CheckAsync(Newsdesk.Naming("a2")).ReadAsync())["review"]);
    }

    [Fact]
    public async Task Follows_an_edit_in_the_same_review()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var senior = await desk.PersonAsync(PersonRoles.Senior);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.SayAsync(id, "escalate", "I know him")).EnsureSuccessStatusCode();
        var seen = await senior.ReviewAsync(id);

        Assert.Equal(id, await desk.FlagAsync(Newsdesk.Naming("a1", "в кино")));

        Assert.Equal("senior-needed", await moderator.DecideAsync(id, "approve").CodeAsync());
        using var late = await senior.PostAsync($"/v1/reviews/{id}/decision", Calls.Json(
            $$$"""{"revision":{{{seen["revision"]}}},"decisions":[{"disclosureId":"{{{seen["questions"]![0]!["disclosureId"]}}}","action":"approve"}]}"""));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("decided", (string?)(await senior.DecideAsync(id, "approve").ReadAsync())["state"]);
        Assert.Equal("superseded", (string?)(await StateAfterRemovalAsync(desk, senior))["state"]);
    }

    [Fact]
    public async Task Counts_only_the_very_same_edit_as_agreement()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t1"));
        (await first.DecideAsync(id, "edit", Text("A second register includes The Invented Twin, it says."))).EnsureSuccessStatusCode();

        Assert.Equal("escalated", (string?)(await second.DecideAsync(id, "edit", Text("A second register includes The Invented Twin, we read.")).ReadAsync())["state"]);
    }

    [Fact]
    public async Task Lets_nobody_be_both_of_two_persons()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var senior = await desk.PersonAsync(PersonRoles.Senior);
        using var other = await desk.PersonAsync(PersonRoles.Senior);
        var id = await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t1"));
        (await senior.SayAsync(id, "escalate", "let me see it alone")).EnsureSuccessStatusCode();

        Assert.Equal("second-person", await senior.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await other.DecideAsync(id, "approve").ReadAsync())["state"]);
    }

    [Fact]
    public async Task Undoes_what_the_second_of_two_agreed_to_in_a_group_and_nothing_else()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        string[] ids = [await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t1")), await desk.FlagAsync(Newsdesk.From("The Invented Twin", "t2"))];
        await GroupAsync(desk, "person1@example.org", ids);
        await GroupAsync(desk, "person2@example.org", ids);
        Assert.Equal(["two-notice missing"], await desk.Cms.StatusesAsync("t2"));

        Assert.Equal("nothing-to-undo", await first.PostAsync($"/v1/reviews/{ids[0]}/undo", null).CodeAsync());
        (await second.PostAsync($"/v1/reviews/{ids[0]}/undo", null)).EnsureSuccessStatusCode();

        Assert.Empty(await desk.Cms.StatusesAsync("t1"));
        Assert.Empty(await desk.Cms.StatusesAsync("t2"));
        Assert.Equal("decided", (string?)(await second.DecideAsync(ids[1], "approve").ReadAsync())["state"]);
    }

    [Fact]
    public async Task Asks_on_about_the_day_that_an_article_is_about()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var rules = desk.Service.Services.GetRequiredService<RulesetHolder>();
        var before = rules.Current.Ruleset!.Version;
        await File.WriteAllTextAsync(desk.PersonsFile, (await File.ReadAllTextAsync(desk.PersonsFile, TestContext.Current.CancellationToken)).Replace("2021-10-15,,", "2021-10-15,2024-01-01,", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var past = Newsdesk.Naming("a1").Replace("2026-11-20", "2022-05-05", StringComparison.Ordinal);
        await Deadline.UntilAsync(() => Task.FromResult(rules.Current.Ruleset!.Version != before), 20, "the ended listing");
        var id = await desk.FlagAsync(past);
        await LookAgainAsync(desk);

        Assert.Equal("open", (string?)(await moderator.ReviewAsync(id))["state"]);
        (await moderator.DecideAsync(id, "approve")).EnsureSuccessStatusCode();
        await LookAgainAsync(desk);
        Assert.Equal("binding", (string?)(await moderator.ReviewAsync(id))["decisions"]![0]!["state"]);
        Assert.Equal("decided", (string?)(await desk.Cms.CheckAsync(past).ReadAsync())["review"]!["state"]);
        Assert.Empty(await desk.Cms.EventsAsync("labels.changed"));
    }

    private static string Text(string words) => $$$""","reason":"shorter","text":{"en":"{{{words}}}"}""";

    private static async Task<System.Text.Json.Nodes.JsonNode> StateAfterRemovalAsync(Newsdesk desk, HttpClient senior)
    {
        var id = await desk.FlagAsync(Newsdesk.Naming("gone"));
        await desk.Cms.CheckAsync(Newsdesk.Naming("gone").Replace("Пётр Травкин", "кто-то", StringComparison.Ordinal)).ReadAsync();
        return await senior.ReviewAsync(id);
    }

    /// <summary>As the page of a group does.</summary>
    private static async Task GroupAsync(Newsdesk desk, string email, string[] reviews)
    {
        var account = (await AccountAsync(desk, email))!;
        var person = new Person(account.Id, account.DisplayName, account.Email!, account.RoleList, account.SiteList);
        var view = (await desk.Service.Services.GetRequiredService<ReviewDesk>().OpenAsync(reviews[0], person, CancellationToken.None)).Value!;
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var review in reviews)
        {
            chosen[review] = (await desk.Service.Services.GetRequiredService<ReviewDesk>().OpenAsync(review, person, CancellationToken.None)).Value!.Review.Revision;
        }

        var outcome = await desk.Service.Services.GetRequiredService<QuestionGroups>().DecideAsync(
            view.Items[0].Question, chosen, new DisclosureDecision { DisclosureId = "", Action = DecisionAction.Approve }, person, CancellationToken.None);
        Assert.Equal(reviews.Length, outcome.Made.Length);
    }

    private static async Task<Account?> AccountAsync(Newsdesk desk, string email)
    {
        await using var scope = desk.Service.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountService>().FindAsync(email, CancellationToken.None)).Value;
    }

    /// <summary>Until every stored article has been held against what is in force.</summary>
    private static async Task LookAgainAsync(Newsdesk desk)
    {
        await desk.Service.Services.GetRequiredService<RememberedBook>().RefreshAsync(CancellationToken.None);
        await desk.Service.Services.GetRequiredService<RuleStateWatcher>().StepAsync(CancellationToken.None);
        await Deadline.UntilAsync(async () =>
        {
            await using var db = await desk.Service.Services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
            return !await db.Sweeps.AnyAsync(s => s.FinishedAt == null);
        }, 30, "the stored articles are looked at again");
    }
}
