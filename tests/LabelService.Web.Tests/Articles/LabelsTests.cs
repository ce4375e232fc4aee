using System.Net;
using System.Net.Http.Headers;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Articles;

public sealed class LabelsTests
{
    private const string Article = """{"article":{"externalId":"wp:example.org:1","url":"https://example.org/news/1","body":"Some text."},"include":["labelled"]}""";

    [Theory]
    [InlineData("externalId=wp:example.org:1")]
    [InlineData("url=https%3A%2F%2Fexample.org%2Fnews%2F1")]
    public async Task Finds_what_a_stored_article_must_carry_today(string query)
    {
        await using var service = await RunningService.StartAsync();
        var check = await service.Http.CheckAsync(Article).ReadAsync();
        var labels = await service.Http.GetAsync("/v1/labels?" + query).ReadAsync();
        Assert.Equal("today", (string?)labels["asOf"]!["origin"]);
        Assert.Equal((string?)check["article"]!["contentHash"], (string?)labels["contentHash"]);
        Assert.Equal(1, (int)labels["revision"]!);
        Assert.Equal("rules", (string?)labels["decidedBy"]);
        Assert.True((DateTimeOffset)labels["validUntil"]! > TimeProvider.System.GetUtcNow());
        Assert.NotNull(labels["disclosures"]);
    }

    [Fact]
    public async Task Says_by_its_tag_that_nothing_changed_until_something_does()
    {
        await using var service = await RunningService.StartAsync();
        await service.Http.CheckAsync(Article);
        var first = await service.Http.GetAsync("/v1/labels?externalId=wp:example.org:1");
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(service.Http, first.Headers.ETag!)).StatusCode);
        await service.Http.CheckAsync(Article.Replace("Some", "Other", StringComparison.Ordinal));
        var changed = await AskAsync(service.Http, first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(2, (int)(await changed.ReadAsync())["revision"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("externalId=a&url=https://example.org")]
    public async Task Rejects_a_question_about_none_or_two(string query)
    {
        await using var service = await RunningService.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Http.GetAsync("/v1/labels?" + query)).StatusCode);
    }

    [Fact]
    public async Task Erases_the_body_and_keeps_the_record()
    {
        await using var service = await RunningService.StartAsync();
        var secret = "Unmistakable words of the body";
        var check = await service.Http.CheckAsync(Article.Replace("Some text", secret, StringComparison.Ordinal)).ReadAsync();
        Assert.Contains(secret, check.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await service.Http.DeleteAsync("/v1/articles?externalId=wp:example.org:1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/labels?externalId=wp:example.org:1")).StatusCode);
        var stored = await service.Http.GetAsync($"/v1/checks/{(string)check["id"]!}").ReadAsync();
        Assert.Equal((string?)check["verdict"], (string?)stored["verdict"]);
        Assert.DoesNotContain(secret, stored.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.DeleteAsync("/v1/articles?externalId=other")).StatusCode);

        await service.Http.CheckAsync(Article);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/v1/labels?externalId=wp:example.org:1")).StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/labels?externalId=wp:example.org:1");
        request.Headers.IfNoneMatch.Add(tag);
        return await http.SendAsync(request);
    }
}
