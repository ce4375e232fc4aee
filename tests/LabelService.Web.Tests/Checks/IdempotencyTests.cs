using System.Net;
using LabelService.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LabelService.Web.Tests.Checks;

public sealed class IdempotencyTests
{
    private const string Article = """{"article":{"body":"Some text."}}""";

    [Fact]
    public async Task Answers_a_repeated_request_with_the_same_bytes_and_one_stored_check()
    {
        await using var service = await RunningService.StartAsync();
        var first = await SendAsync(service.Http, "k1", Article);
        var second = await SendAsync(service.Http, "k1", Article);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(1, Count(service));
    }

    [Fact]
    public async Task Keeps_the_answer_over_a_restart()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        string first;
        await using (var service = await RunningService.StartInAsync(folder, ownsFolder: false))
        {
            first = await (await SendAsync(service.Http, "k1", Article)).Content.ReadAsStringAsync();
        }

        await using var again = await RunningService.StartInAsync(folder, ownsFolder: true);
        Assert.Equal(first, await (await SendAsync(again.Http, "k1", Article)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Stores_one_check_however_many_ask_at_once()
    {
        await using var service = await RunningService.StartAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SendAsync(service.Http, "race", Article)));
        Assert.All(responses, r => Assert.True(r.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{r.StatusCode}"));
        Assert.All(responses.Where(r => r.StatusCode == HttpStatusCode.Conflict), r => Assert.NotNull(r.Headers.RetryAfter));
        var answers = await Task.WhenAll(responses.Where(r => r.IsSuccessStatusCode).Select(r => r.Content.ReadAsStringAsync()));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, Count(service));
    }

    [Fact]
    public async Task Rejects_the_same_key_with_another_body()
    {
        await using var service = await RunningService.StartAsync();
        await SendAsync(service.Http, "k1", Article);
        var other = await SendAsync(service.Http, "k1", """{"article":{"body":"Other text."}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("idempotency-key-reused", (string?)(await other.ReadAsync())["code"]);
    }

    [Fact]
    public async Task Does_not_spend_the_key_on_a_refused_request()
    {
        await using var service = await RunningService.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(service.Http, "k1", """{"article":{"body":""}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service.Http, "k1", Article)).StatusCode);
    }

    [Fact]
    public async Task Belongs_to_the_API_key_that_sent_it()
    {
        await using var service = await RunningService.StartAsync();
        using var other = await service.ClientWithAsync(false, "check");
        var first = await (await SendAsync(service.Http, "k1", Article)).ReadAsync();
        var second = await (await SendAsync(other, "k1", Article)).ReadAsync();
        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
    }

    [Theory]
    [InlineData("k1", """{"article":{"body":"Some text."},"store":false}""")]
    [InlineData("", Article)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345", Article)]
    public async Task Rejects_a_key_that_cannot_be_honoured(string key, string body)
    {
        await using var service = await RunningService.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(service.Http, key, body)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/checks") { Content = Calls.Json(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await http.SendAsync(request);
    }

    private static long Count(RunningService service)
    {
        using var connection = new SqliteConnection($"Data Source={service.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM checks";
        return (long)command.ExecuteScalar()!;
    }
}
