using System.Net;
using System.Text;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Checks;

/// <summary>Whatever comes in, a clear problem goes out: a 4xx with code, path and a message that names no type of ours.</summary>
public sealed class HostileInputTests(HostileInputTests.Service service) : IClassFixture<HostileInputTests.Service>
{
    private static readonly string TooDeep = string.Concat(Enumerable.Repeat("[", 5000));

    public static TheoryData<string, string, string> Faults => new()
    {
        // JSON that is none
        { "", "$", "empty" },
        { "  \n ", "$", "empty" },
        { "{", "$", "not JSON" },
        { "{\"article\":\n{\"body\": hello}}", "$", "line 2" },
        { "{\"article\":{\"body\":\"a\"},}", "$", "not JSON" },
        { "{\"article\":{\"body\":\"a\"}} {}", "$", "not JSON" },
        { "{\"article\":{\"body\":\"a\u0001\"}}", "$", "not JSON" },
        { "{\"article\":{\"body\":\"\0\"}}", "$", "not JSON" },
        // wrong types
        { "null", "$", "an object" },
        { "[]", "$", "must be an object, not a list" },
        { "\"text\"", "$", "must be an object, not a string" },
        { "{}", "$.article", "is required" },
        { "{\"article\":null}", "$.article", "must be an object, not null" },
        { "{\"article\":7}", "$.article", "must be an object, not a number" },
        { "{\"article\":{}}", "$.article.body", "is required" },
        { "{\"article\":{\"body\":null}}", "$.article.body", "must be a string, not null" },
        { "{\"article\":{\"body\":7}}", "$.article.body", "must be a string, not a number" },
        { "{\"article\":{\"body\":[\"a\"]}}", "$.article.body", "must be a string, not a list" },
        { "{\"article\":{\"body\":\"a\",\"authors\":{}}}", "$.article.authors", "must be a list, not an object" },
        { "{\"article\":{\"body\":\"a\",\"authors\":[\"x\"]}}", "$.article.authors[0]", "must be an object, not a string" },
        { "{\"article\":{\"body\":\"a\",\"authors\":[null]}}", "$.article.authors[0]", "must be an object, not null" },
        { "{\"article\":{\"body\":\"a\",\"tags\":[null]}}", "$.article.tags[0]", "must be a string" },
        { "{\"article\":{\"body\":\"a\",\"media\":[{\"kind\":\"poem\"}]}}", "$.article.media[0].kind", "'poem' is not one of: image" },
        { "{\"article\":{\"body\":\"a\",\"media\":[{\"kind\":\"video\",\"durationSeconds\":\"9\"}]}}", "$.article.media[0].durationSeconds", "must be a number, not a string" },
        { "{\"article\":{\"body\":\"a\",\"format\":\"pdf\"}}", "$.article.format", "is not one of: text, html, markdown" },
        { "{\"article\":{\"body\":\"a\"},\"store\":\"no\"}", "$.store", "must be true or false, not a string" },
        { "{\"article\":{\"body\":\"a\"},\"include\":[\"all\"]}", "$.include[0]", "is not one of: labelled, trace, near-misses" },
        // values
        { "{\"article\":{\"body\":\"\"}}", "$.article.body", "empty or only white space" },
        { "{\"article\":{\"body\":\" \\n\\t\"}}", "$.article.body", "empty or only white space" },
        { "{\"article\":{\"body\":\"a\"},\"asOf\":\"2023-02-30\"}", "$.asOf", "not a day of the calendar" },
        { "{\"article\":{\"body\":\"a\"},\"asOf\":20230207}", "$.asOf", "must be a day as a string" },
        { "{\"article\":{\"body\":\"a\"},\"asOf\":\"0001-01-01\"}", "$.asOf", "1900" },
        { "{\"article\":{\"body\":\"a\"},\"asOf\":\"9999-12-31\"}", "$.asOf", "2200" },
        { "{\"article\":{\"body\":\"a\",\"publishedAt\":\"yesterday\"}}", "$.article.publishedAt", "is not a time" },
        { "{\"article\":{\"body\":\"a\",\"publishedAt\":\"9998-12-31T23:59:59-12:00\"}}", "$.article.publishedAt", "2200" },
        { "{\"article\":{\"body\":\"a\"},\"jurisdictions\":[\"XX\"]}", "$.jurisdictions[0]", "'XX' is no jurisdiction" },
        { "{\"article\":{\"body\":\"a\"},\"jurisdictions\":[\"RU\",\"ru\"]}", "$.jurisdictions[1]", "'ru' is no jurisdiction" },
        { "{\"article\":{\"body\":\"a\"},\"jurisdictions\":[null]}", "$.jurisdictions[0]", "jurisdiction" },
        { "{\"article\":{\"body\":\"a\"},\"languages\":[\"e\"]}", "$.languages[0]", "BCP 47" },
        { "{\"article\":{\"body\":\"a\",\"language\":\"en_GB\"}}", "$.article.language", "BCP 47" },
        { "{\"article\":{\"body\":\"a\",\"externalId\":\"\"}}", "$.article.externalId", "1 to 255" },
        { "{\"article\":{\"body\":\"a\",\"url\":\"javascript:alert(1)\"}}", "$.article.url", "http" },
        // text that is none
        { "{\"article\":{\"body\":\"a\\u0000b\"}}", "$.article.body", "NUL" },
        { "{\"article\":{\"body\":\"a\",\"attributes\":{\"x\":{\"y\":[1,\"\\u0000\"]}}}}", "$.article.attributes.x.y[1]", "NUL" },
        { "{\"article\":{\"body\":\"a\",\"attributes\":{\"x\\u0000\":1}}}", "$.article.attributes.x\uFFFD", "NUL" },
        { "{\"article\":{\"body\":\"a\\ud800b\"}}", "$.article.body", "surrogate" },
        { "{\"article\":{\"body\":\"a\\uDFFFb\"}}", "$.article.body", "surrogate" },
        { "{\"article\":{\"body\":\"a\",\"authors\":[{\"name\":\"b\"},{\"name\":\"\\uD83D\"}]}}", "$.article.authors[1].name", "surrogate" },
        { "{\"article\":{\"body\":\"a\"},\"unknown\":\"\\ud800\"}", "$.unknown", "surrogate" },
        // shape
        { "{\"article\":{\"body\":\"a\",\"body\":\"b\"}}", "$.article.body", "twice" },
        { "{\"article\":{\"body\":\"a\",\"attributes\":{\"x\":1,\"x\":2}}}", "$.article.attributes.x", "twice" },
        { TooDeep, "*", "nested deeper than 32" },
        { "{\"article\":{\"body\":\"a\",\"attributes\":{\"x\":" + TooDeep + "}}}", "*", "nested deeper than 32" },
        { "{\"article\":{\"body\":\"a\"},\"unknown\":" + TooDeep + "}", "*", "nested deeper than 32" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Rejects_with_path_and_message(string json, string path, string message)
    {
        using var response = await service.Running.Http.CheckAsync(json);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, path, message);
    }

    [Fact]
    public async Task Rejects_bytes_that_are_no_UTF_8()
    {
        byte[] body = [.. "{\"article\":{\"title\":\""u8, 0xC3, 0x28, .. "\",\"body\":\"a\"}}"u8];
        using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } };
        using var response = await service.Running.Http.PostAsync("/v1/checks", content);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "$.article.title", "UTF-8");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Rejects_another_content_type(string? type)
    {
        using var content = new ByteArrayContent("{\"article\":{\"body\":\"a\"}}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await service.Running.Http.PostAsync("/v1/checks", content);
        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, null, "application/json");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rejects_three_MiB_and_the_client_reads_the_413(bool chunked)
    {
        var body = Encoding.UTF8.GetBytes("{\"article\":{\"body\":\"" + new string('a', 3 << 20) + "\"}}");
        using var content = chunked ? (HttpContent)new StreamContent(new NoLength(body)) : new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await service.Running.Http.PostAsync("/v1/checks", content);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, null, "2097152");
    }

    [Fact]
    public async Task Rejects_a_chunk_larger_than_any_number()
    {
        using var client = new System.Net.Sockets.TcpClient();
        var address = new Uri(service.Running.Address);
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/checks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RunningService.Key}\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nffffffffffffffff\r\n{}"));
        using var reader = new StreamReader(client.GetStream());
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_an_unknown_document_with_a_problem()
    {
        using var response = await service.Running.Http.GetAsync("/openapi/v2.json");
        await AssertProblemAsync(response, HttpStatusCode.NotFound, null, "/openapi/v1.json");
    }

    [Fact]
    public async Task Shows_a_path_that_exists_in_JSON_for_deep_nesting()
    {
        using var response = await service.Running.Http.CheckAsync(TooDeep);
        Assert.DoesNotContain("-1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_a_pair_of_surrogates_a_byte_order_mark_and_unknown_members()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{\"article\":{\"body\":\"a \\ud83d\\ude00 \\\\u0000 \\\\ud800\",\"mood\":1},\"later\":[]}"u8];
        using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json; charset=utf-8" } } };
        using var response = await service.Running.Http.PostAsync("/v1/checks", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Accepts_as_many_levels_as_the_contract_allows()
    {
        // The request, the article and the attributes are three levels of the thirty-two.
        var json = "{\"article\":{\"body\":\"a\",\"attributes\":{\"x\":" + new string('[', 29) + new string(']', 29) + "}}}";
        using var response = await service.Running.Http.CheckAsync(json);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Answers_nested_tags_without_a_fault()
    {
        var body = string.Concat(Enumerable.Repeat("<b>", 100_000)) + "text";
        using var response = await service.Running.Http.CheckAsync($"{{\"article\":{{\"format\":\"html\",\"body\":\"{body}\"}}}}");
        Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string? path, string message)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("LabelService.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        var problem = await response.ReadAsync();
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["code"]));
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), (string?)problem["traceId"]);
        Assert.Contains(message, (string?)problem["detail"], StringComparison.Ordinal);
        if (path is not null)
        {
            var errors = problem["errors"]!.AsObject();
            var error = Assert.Single(errors);
            Assert.True(path == "*" || error.Key == path, $"{error.Key} is not {path}: {text}");
        }
    }

    /// <summary>A stream that does not say how long it is, so that the request goes out in chunks.</summary>
    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    public sealed class Service : IAsyncLifetime
    {
        internal RunningService Running { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Running = await RunningService.StartAsync();

        public ValueTask DisposeAsync() => Running.DisposeAsync();
    }
}
