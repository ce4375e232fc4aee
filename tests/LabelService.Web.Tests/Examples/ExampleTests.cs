using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Examples;

/// <summary>What a test key gets for the ids that ask for an outcome.</summary>
public sealed class ExampleTests : IAsyncLifetime
{
    private RunningService _service = null!;
    private HttpClient _test = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync();
        _test = await _service.ClientWithAsync(test: true, Scopes.Check, Scopes.Read);
    }

    public async ValueTask DisposeAsync()
    {
        _test.Dispose();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("compliant", "compliant", "", "")]
    [InlineData("missing", "action-required", "example-source missing", "before-body")]
    [InlineData("at-mention", "action-required", "example-mention missing", "at-mention")]
    [InlineData("after-body", "action-required", "example-correction missing", "after-body")]
    [InlineData("present", "compliant", "example-source present", "before-body")]
    [InlineData("incorrect", "action-required", "example-source incorrect", "before-body")]
    [InlineData("unneeded", "compliant", "example-source unneeded", "")]
    [InlineData("needs", "action-required", "example-advertisement missing", "before-title")]
    [InlineData("age", "action-required", "", "")]
    [InlineData("pending", "needs-review", "example-mention pending", "at-mention")]
    [InlineData("block", "action-required", "", "")]
    [InlineData("partial", "action-required", "example-source missing", "before-body")]
    public async Task Gives_each_outcome(string outcome, string verdict, string disclosure, string placement)
    {
        var report = await _test.CheckAsync(Request(outcome, ""","include":["labelled"]""")).ReadAsync();
        Assert.Equal(verdict, (string?)report["verdict"]);
        Assert.Equal($"example:{outcome}", (string?)report["article"]!["externalId"]);
        var found = report["disclosures"]!.AsArray();
        Assert.Equal(disclosure, string.Join(", ", found.Select(d => $"{d!["type"]} {d["status"]}")));
        Assert.Equal(placement, string.Join(", ", found.Select(d => (string?)d!["placement"])));
        Assert.Equal(outcome == "partial" ? "partial" : "full", (string?)report["coverage"]);
        Assert.Equal(outcome == "partial" ? 1 : 0, report["notices"]!.AsArray().Count);
        Assert.Equal(outcome == "block" ? "block" : null, (string?)report["flags"]!.AsArray().FirstOrDefault()?["action"]);
        Assert.Equal(outcome == "age" ? "18+ missing" : " ", $"{report["ageRating"]?["value"]} {report["ageRating"]?["status"]}");
        Assert.Null(report["review"]);
        Assert.NotNull(report["labelled"]!["html"]);

        var labels = await _test.GetAsync($"/v1/labels?externalId=example:{outcome}").ReadAsync();
        Assert.Equal(verdict, (string?)labels["verdict"]);
        Assert.Equal((string?)report["article"]!["contentHash"], (string?)labels["contentHash"]);
        Assert.Equal(outcome is "pending" ? 0 : found.Count, labels["disclosures"]!.AsArray().Count);
    }

    [Fact]
    public async Task Gives_what_a_page_needs_to_show_a_label()
    {
        var notice = (await _test.CheckAsync(Request("missing")).ReadAsync())["disclosures"]![0]!;
        Assert.Equal(2, (double)notice["presentation"]!["minFontRatio"]!);
        Assert.True((bool)notice["presentation"]!["contrast"]!);
        Assert.Contains("data-font-ratio=\"2\"", (string?)notice["html"]!["en"], StringComparison.Ordinal);

        Assert.Equal("attributes.erid", (string?)(await _test.CheckAsync(Request("needs")).ReadAsync())["disclosures"]![0]!["needs"]![0]);
        var labels = await _test.GetAsync("/v1/labels?externalId=example:age").ReadAsync();
        Assert.StartsWith("<p class=\"ls-age-mark\"", (string?)labels["ageRating"]!["html"]!["en"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too-complex", HttpStatusCode.BadRequest, "too-complex", null)]
    [InlineData("rate-limited", HttpStatusCode.TooManyRequests, "too-many-requests", 5)]
    [InlineData("unavailable", HttpStatusCode.ServiceUnavailable, "store-unavailable", 2)]
    public async Task Fails_as_asked(string outcome, HttpStatusCode status, string code, int? retryAfter)
    {
        foreach (var answer in new[] { await _test.CheckAsync(Request(outcome)), await _test.GetAsync($"/v1/labels?externalId=example:{outcome}") })
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(code, (string?)(await answer.ReadAsync())["code"]);
            Assert.Equal(retryAfter, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
            Assert.Equal(status == HttpStatusCode.TooManyRequests ? "\"minute\";r=0;t=5" : null, answer.Headers.TryGetValues("RateLimit", out var left) ? left.Single() : null);
        }
    }

    [Fact]
    public async Task Waits_as_asked_and_no_longer_than_the_caller()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.PostAsync("/v1/checks", Calls.Json(Request("slow")), cancel.Token));
    }

    [Fact]
    public async Task Says_by_its_tag_that_nothing_changed()
    {
        var first = await _test.GetAsync("/v1/labels?externalId=example:missing");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/labels?externalId=example:missing");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _test.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Names_the_examples_where_one_is_unknown()
    {
        foreach (var answer in new[] { await _test.CheckAsync(Request("wrong")), await _test.GetAsync("/v1/labels?externalId=example:wrong") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("example:missing, example:needs", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Takes_such_an_id_from_a_live_key_for_an_ordinary_one()
    {
        Assert.Equal("compliant", (string?)(await _service.Http.CheckAsync(Request("missing")).ReadAsync())["verdict"]);
        Assert.Equal("example:missing", (string?)(await _service.Http.GetAsync("/v1/labels?externalId=example:missing").ReadAsync())["externalId"]);
        Assert.Equal(HttpStatusCode.OK, (await _service.Http.CheckAsync(Request("wrong"))).StatusCode);
    }

    [Fact]
    public async Task Lists_what_can_be_asked_for_and_shows_articles_that_anybody_may_send()
    {
        var examples = (await _test.GetAsync("/v1/examples").ReadAsync())["examples"]!.AsArray();
        Assert.Equal(16, examples.Count);
        foreach (var example in examples.Where(e => e!["request"] is not null))
        {
            var report = await _test.CheckAsync(example!["request"]!.ToJsonString()).ReadAsync();
            Assert.Equal((string?)example["verdict"], (string?)report["verdict"]);
        }

        var failing = examples.Where(e => e!["code"] is not null).Select(e => (string?)e!["externalId"]);
        Assert.Equal(["example:rate-limited", "example:too-complex", "example:unavailable"], failing);
    }

    [Fact]
    public async Task Answers_lines_of_a_batch_alike()
    {
        using var lines = new StringContent(Request("missing") + "\n" + Request("unavailable") + "\n", MediaTypeHeaderValue.Parse("application/x-ndjson"));
        var answers = (await (await _test.PostAsync("/v1/checks/batch", lines)).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("action-required", (string?)JsonNode.Parse(answers[0])!["verdict"]);
        Assert.Equal("store-unavailable", (string?)JsonNode.Parse(answers[1])!["error"]!["code"]);
    }

    private static string Request(string outcome, string more = "") => $$$"""{"article":{"externalId":"example:{{{outcome}}}","body":"Any words."}{{{more}}}}""";
}
