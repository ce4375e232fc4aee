using System.Net;
using System.Net.Http.Headers;
using LabelService.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LabelService.Web.Tests.Operations;

/// <summary>A disk that takes no more: refused openly, nothing half kept, and whatever was answered is there afterwards.</summary>
public sealed class FullDiskTests
{
    /// <summary>Bytes: room for the schema and a few checks.</summary>
    private const int LargestFile = 1792 << 10;

    private const int MostChecks = 500;

    [Fact]
    public async Task Answers_503_keeps_nothing_of_it_and_says_that_it_is_not_ready()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no limit of a file's size here");
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        try
        {
            var answered = await FillAsync(folder);

            Assert.Equal(answered.Order(StringComparer.Ordinal), Texts(folder, "SELECT \"Id\" FROM checks").Order(StringComparer.Ordinal));
            Assert.Equal(answered.Count, Texts(folder, "SELECT \"ExternalId\" FROM articles").Count);
            Assert.Equal(["ok"], Texts(folder, "PRAGMA integrity_check"));
            await using var service = await RunningService.StartInAsync(folder, ownsFolder: false);
            Assert.Equal("ready", (string?)(await service.Http.GetAsync("/health/ready").ReadAsync())["status"]);
            Assert.Equal(HttpStatusCode.OK, (await service.Http.CheckAsync(Request(answered.Count, 100))).StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>The checks that were answered.</returns>
    private static async Task<List<string>> FillAsync(string folder)
    {
        using var process = ServiceProcess.Start(folder, LargestFile);
        try
        {
            using var http = new HttpClient { BaseAddress = await ServiceProcess.AddressOfAsync(process) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
            var answered = await FillAsync(http);

            await Deadline.UntilAsync(async () => (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable, 30, "not ready");
            Assert.Equal("cannot-write", (string?)(await http.GetAsync("/health/ready").ReadAsync())["store"]);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/v1/checks/{answered[0]}")).StatusCode);
            Assert.Equal(
                HttpStatusCode.ServiceUnavailable,
                (await http.PostAsync($"/v1/checks/{answered[0]}/feedback", Calls.Json("""{"kind":"wrong","comment":"Not so."}"""))).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.DeleteAsync("/v1/articles?externalId=a0")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.CheckAsync("""{"store":false,"article":{"body":"Not kept."}}""")).StatusCode);
            return answered;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<List<string>> FillAsync(HttpClient http)
    {
        var answered = new List<string>();
        while (answered.Count < MostChecks)
        {
            using var response = await http.CheckAsync(Request(answered.Count, 20_000));
            var answer = await response.ReadAsync();
            if (response.StatusCode == HttpStatusCode.OK)
            {
                answered.Add((string)answer["id"]!);
                continue;
            }

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Equal("store-unavailable", (string?)answer["code"]);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.NotEmpty(answered);
            return answered;
        }

        throw new InvalidOperationException("The disk did not fill up.");
    }

    private static string Request(int article, int length) => $$$"""{"article":{"externalId":"a{{{article}}}","body":"{{{new string('x', length)}}}"}}""";

    private static List<string> Texts(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "labels.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
