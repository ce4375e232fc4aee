using System.Net;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Accounts;

/// <summary>The page at / needs no key on loopback, and nobody else may pass for it.</summary>
public sealed class PlaygroundTests
{
    private const string Article = """{"article":{"externalId":"a1","body":"Some text."}}""";

    [Fact]
    public async Task Checks_for_the_page_and_stores_nothing()
    {
        await using var service = await RunningService.StartAsync();
        using var page = Page(service);
        Assert.Equal(HttpStatusCode.OK, (await page.CheckAsync(Article)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync("/v1/rules")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/labels?externalId=a1")).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Host", "evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("X-Playground", "2")]
    public async Task Rejects_who_only_looks_like_it(string header, string value)
    {
        await using var service = await RunningService.StartAsync();
        using var page = Page(service);
        page.DefaultRequestHeaders.Remove(header);
        page.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.CheckAsync(Article)).StatusCode);
    }

    [Theory]
    [InlineData("/v1/labels?externalId=a1")]
    [InlineData("/v1/checks/chk_1")]
    [InlineData("/v1/key")]
    public async Task Rejects_what_the_page_does_not_need(string path)
    {
        await using var service = await RunningService.StartAsync();
        using var page = Page(service);
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.GetAsync(path)).StatusCode);
    }

    private static HttpClient Page(RunningService service)
    {
        var page = service.Client(null);
        page.DefaultRequestHeaders.Add("X-Playground", "1");
        page.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return page;
    }
}
