using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Reviews;

public sealed class QueueTests
{
    [Fact]
    public async Task Shows_the_most_urgent_first_and_page_by_page()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        for (var i = 0; i < 60; i++)
        {
            await desk.FlagAsync(Newsdesk.Naming($"q{i}", more: $$""","plannedFor":"2030-01-01T10:{{59 - i % 60:00}}:00Z" """));
        }

        var first = await moderator.GetAsync("/v1/reviews").ReadAsync();
        var second = await moderator.GetAsync($"/v1/reviews?cursor={first["next"]}").ReadAsync();

        var all = Ids(first).Concat(Ids(second)).ToList();
        Assert.Equal(60, all.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"q{59 - i}"), all);
        Assert.Null(second["next"]);
        Assert.Equal("invalid-request", await moderator.GetAsync("/v1/reviews?cursor=nonsense").CodeAsync());
    }

    [Theory]
    [InlineData("rule=xx.desk.person", "n1 n2")]
    [InlineData("entity=xx:asker", "s1")]
    [InlineData("reason=rule-asks", "s1")]
    [InlineData("reason=who-is-meant&language=ru", "n1 n2")]
    [InlineData("site=default&rule=xx.desk.asks", "s1")]
    [InlineData("site=elsewhere", "")]
    [InlineData("q=театр", "n2")]
    [InlineData("q=ТРАВК площад", "n1")]
    [InlineData("q=bridge", "s1")]
    [InlineData("q=\"театре* XOR", "")]
    [InlineData("dueWithin=180", "s1")]
    [InlineData("olderThan=1", "")]
    [InlineData("confidenceBelow=0.01", "")]
    [InlineData("view=decided", "")]
    [InlineData("view=mine", "s1 n1 n2")]
    public async Task Finds_what_is_asked_for(string query, string expected)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        await desk.FlagAsync(Newsdesk.Naming("n1"));
        await desk.FlagAsync(Newsdesk.Naming("n2", "в театре"));
        await desk.FlagAsync(Newsdesk.From("The Invented Asker", "s1"));

        var found = await moderator.GetAsync($"/v1/reviews?{query}").ReadAsync();

        Assert.Equal(expected, string.Join(' ', Ids(found)));
    }

    [Theory]
    [InlineData("view=everything")]
    [InlineData("reason=whim")]
    [InlineData("confidenceBelow=2")]
    [InlineData("dueWithin=-1")]
    public async Task Says_what_a_query_may_ask(string query)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        Assert.Equal("invalid-request", await moderator.GetAsync($"/v1/reviews?{query}").CodeAsync());
    }

    [Fact]
    public async Task Knows_nothing_any_more_of_an_erased_article_that_waited()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("e1", "в театре"));

        (await desk.Cms.DeleteAsync("/v1/articles?externalId=e1")).EnsureSuccessStatusCode();

        Assert.Empty(Ids(await moderator.GetAsync("/v1/reviews").ReadAsync()));
        Assert.Empty(Ids(await moderator.GetAsync("/v1/reviews?q=театре").ReadAsync()));
        var review = await moderator.ReviewAsync(id);
        Assert.Equal(("superseded", null, null), ((string?)review["state"], (string?)review["title"], (string?)review["author"]));
        Assert.Null(review["questions"]![0]!["words"]);
        Assert.Equal(["e1"], await desk.Cms.EventsAsync("review.superseded"));
        Assert.Equal("review-superseded", await moderator.PostAsync($"/v1/reviews/{id}/claim", null).CodeAsync());
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["reviews"]!.AsArray().Select(r => (string)r!["externalId"]!);
}
