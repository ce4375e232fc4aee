using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Checks;

public sealed class ReviewTests
{
    /// <summary>On an unknown day an ended listing is what only a moderator can judge.</summary>
    private static readonly string Pending = TestRules.From("The Ended Gazette", ""","externalId":"p1" """);

    [Fact]
    public async Task Opens_one_review_of_an_article()
    {
        await using var service = await RunningService.StartAsync();
        var first = await service.Http.CheckAsync(Pending).ReadAsync();
        Assert.Equal("needs-review", (string?)first["verdict"]);
        Assert.StartsWith("rev_", (string?)first["review"]!["id"], StringComparison.Ordinal);
        Assert.Equal("open", (string?)first["review"]!["state"]);
        Assert.EndsWith((string)first["review"]!["id"]!, (string?)first["review"]!["url"], StringComparison.Ordinal);
        var again = await service.Http.CheckAsync(Pending).ReadAsync();
        Assert.Equal((string?)first["review"]!["id"], (string?)again["review"]!["id"]);
        var changed = await service.Http.CheckAsync(Pending.Replace("Monday", "Tuesday", StringComparison.Ordinal)).ReadAsync();
        Assert.Equal((string?)first["review"]!["id"], (string?)changed["review"]!["id"]);
        var stored = await service.Http.GetAsync($"/v1/checks/{(string)first["id"]!}").ReadAsync();
        Assert.Equal(first.ToJsonString(), stored.ToJsonString());
    }

    [Fact]
    public async Task Opens_none_where_nothing_is_stored()
    {
        await using var service = await RunningService.StartAsync();
        var request = Pending.Insert(Pending.Length - 1, ""","store":false""");
        Assert.Null((await service.Http.CheckAsync(request).ReadAsync())["review"]);
        using var test = await service.ClientWithAsync(true, "check");
        Assert.Null((await test.CheckAsync(Pending).ReadAsync())["review"]);
    }

    [Fact]
    public async Task Leaves_out_of_the_labels_what_is_pending()
    {
        await using var service = await RunningService.StartAsync();
        await service.Http.CheckAsync(Pending);
        var labels = await service.Http.GetAsync("/v1/labels?externalId=p1").ReadAsync();
        Assert.DoesNotContain("pending", labels["disclosures"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
