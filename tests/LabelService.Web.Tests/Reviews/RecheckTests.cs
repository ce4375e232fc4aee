using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Reviews;

public sealed class RecheckTests
{
    private const string Header = "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n";

    [Fact]
    public async Task Finds_the_old_article_that_a_new_listing_touches()
    {
        await using var desk = await Newsdesk.OpenAsync();
        await desk.Cms.CheckAsync(Newsdesk.From("The Quiet Herald", "h1"));
        await desk.Cms.CheckAsync(Newsdesk.From("The Other Herald", "h2"));
        Assert.Empty(await desk.Cms.StatusesAsync("h1"));

        await File.AppendAllTextAsync(TestRules.RegistryFile(desk.Service.RulesFolder), "xx:quiet,media,The Quiet Herald,The Quiet Herald,,,,,,,2021-01-01,,,,\n");

        await Deadline.UntilAsync(async () => (await desk.Cms.EventsAsync("labels.changed")).Count > 0, 20, "the article is looked at again");
        Assert.Equal(["h1"], await desk.Cms.EventsAsync("labels.changed"));
        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("h1"));
    }

    [Fact]
    public async Task Ends_questions_and_decisions_when_the_entry_goes()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var decided = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(decided, "approve")).EnsureSuccessStatusCode();
        var open = await desk.FlagAsync(Newsdesk.Naming("a2", "в театре"));

        await File.WriteAllTextAsync(desk.PersonsFile, Header + "xx:beregov,person,Берегов Иван Ильич,,,,m,,,RU,2021-10-15,,,,\n");

        await Deadline.UntilAsync(async () => (string?)(await moderator.ReviewAsync(open))["state"] == "superseded", 20, "the question ends");
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
        Assert.Equal("ended", (string?)(await moderator.ReviewAsync(decided))["decisions"]![0]!["state"]);
        Assert.Equal(["a2"], await desk.Cms.EventsAsync("review.superseded"));
    }
}
