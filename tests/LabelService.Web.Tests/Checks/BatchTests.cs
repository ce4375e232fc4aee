using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Checks;

public sealed class BatchTests
{
    [Fact]
    public async Task Answers_each_line_in_order_and_goes_on_after_a_bad_one()
    {
        await using var service = await RunningService.StartAsync("Limits:MaxBodyBytes=2048");
        var lines = await SendAsync(service.Http, string.Join('\n',
            """{"article":{"externalId":"a","body":"One."}}""",
            "",
            "{nonsense",
            "   \r",
            $$$"""{"article":{"body":"{{{new string('x', 5000)}}}"}}""",
            """{"article":{"body":""}}""",
            """{"article":{"externalId":"b","body":"Two."},"store":false}"""));
        Assert.Equal([1, 3, 5, 6, 7], lines.Select(l => (int)l["line"]!));
        Assert.Equal("a", (string?)lines[0]["article"]!["externalId"]);
        Assert.Equal(400, (int)lines[1]["error"]!["status"]!);
        Assert.Equal(413, (int)lines[2]["error"]!["status"]!);
        Assert.True(lines[3]["error"]!["errors"]!.AsObject().ContainsKey("$.article.body"));
        Assert.Equal("compliant", (string?)lines[4]["verdict"]);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync($"/v1/checks/{(string)lines[0]["id"]!}")).StatusCode);
    }

    [Fact]
    public async Task Keeps_the_order_of_many()
    {
        await using var service = await RunningService.StartAsync();
        var sent = Enumerable.Range(1, 500).Select(i => $$$"""{"article":{"externalId":"a{{{i}}}","body":"Text {{{i}}}."}}""");
        var lines = await SendAsync(service.Http, string.Join('\n', sent) + "\n");
        Assert.Equal(Enumerable.Range(1, 500).Select(i => $"a{i}"), lines.Select(l => (string)l["article"]!["externalId"]!));
    }

    [Fact]
    public async Task Streams_an_answer_before_the_next_line_comes()
    {
        // By hand: HttpClient sends the whole body before it reads an answer.
        await using var service = await RunningService.StartAsync();
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(service.Address).Port, within.Token);
        await using var stream = connection.GetStream();
        using var answers = new StreamReader(stream);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/checks/batch HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RunningService.Key}\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"), within.Token);
        for (var i = 1; i <= 3; i++)
        {
            var line = $$$"""{"article":{"body":"Text {{{i}}}."}}""" + "\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line.Length:x}\r\n{line}\r\n"), within.Token);
            string? answer;
            do
            {
                answer = await answers.ReadLineAsync(within.Token);
            }
            while (answer is not ['{', ..]);

            Assert.Equal(i, (int)JsonNode.Parse(answer)!["line"]!);
        }
    }

    [Fact]
    public async Task Rejects_an_idempotency_key_and_another_content_type()
    {
        await using var service = await RunningService.StartAsync();
        using var json = Calls.Json("{}");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await service.Http.PostAsync("/v1/checks/batch", json)).StatusCode);
        service.Http.DefaultRequestHeaders.Add("Idempotency-Key", "k");
        using var lines = new StringContent("{}", Encoding.UTF8, "application/x-ndjson");
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Http.PostAsync("/v1/checks/batch", lines)).StatusCode);
    }

    private static async Task<List<JsonNode>> SendAsync(HttpClient http, string lines)
    {
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var response = await http.PostAsync("/v1/checks/batch", content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }
}
