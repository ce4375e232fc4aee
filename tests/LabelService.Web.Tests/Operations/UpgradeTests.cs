using System.Net;
using System.Text;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Operations;

/// <summary>A store that an earlier version made serves on, and its rows are read.</summary>
public sealed class UpgradeTests
{
    private const string Article = """{"article":{"externalId":"wp:1","url":"https://example.org/1","body":"Some text."},"include":["labelled"]}""";

    [Fact]
    public async Task Reads_and_erases_what_a_store_of_the_first_version_holds()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        var (id, report) = await AnswerAsync();
        await MakeFirstVersionAsync(Path.Combine(folder, "labels.db"), id, report);

        await using var service = await RunningService.StartInAsync(folder, ownsFolder: true);
        Assert.Equal(report, await service.Http.GetStringAsync($"/v1/checks/{id}"));
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/v1/labels?externalId=wp:1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/v1/labels?url=https://example.org/1")).StatusCode);

        var again = await service.Http.CheckAsync(Article).ReadAsync();
        Assert.Equal(1, (int)(await service.Http.GetAsync("/v1/labels?externalId=wp:1").ReadAsync())["revision"]!);
        Assert.Equal(again.ToJsonString(), (await service.Http.GetAsync($"/v1/checks/{again["id"]}").ReadAsync()).ToJsonString());

        Assert.Equal(HttpStatusCode.NoContent, (await service.Http.DeleteAsync("/v1/articles?externalId=wp:1")).StatusCode);
        Assert.Null((await service.Http.GetAsync($"/v1/checks/{id}").ReadAsync())["labelled"]);
        Assert.Null((await service.Http.GetAsync($"/v1/checks/{again["id"]}").ReadAsync())["labelled"]);
    }

    [Fact]
    public async Task Has_a_migration_for_everything_in_the_model()
    {
        await using var service = await RunningService.StartAsync();
        await using var db = await service.Services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Finds_an_article_by_its_address_in_the_index()
    {
        await using var service = await RunningService.StartAsync();
        await using var db = await service.Services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var url = "https://example.org/1";
        var query = db.Articles.Where(a => a.Site == "default" && a.Submitted != null && a.Url == url).ToQueryString();
        Assert.Contains("IX_articles_Site_Url", Plan(service.Database, query), StringComparison.Ordinal);
    }

    /// <summary>An answer as the service gives it, from a store of its own.</summary>
    private static async Task<(string Id, string Json)> AnswerAsync()
    {
        await using var service = await RunningService.StartAsync();
        var json = await (await service.Http.CheckAsync(Article)).Content.ReadAsStringAsync();
        return ((string)System.Text.Json.Nodes.JsonNode.Parse(json)!["id"]!, json);
    }

    private static async Task MakeFirstVersionAsync(string file, string id, string report)
    {
        var options = new DbContextOptionsBuilder<LabelContext>().UseSqlite($"Data Source={file};Pooling=False").Options;
        await using var db = new LabelContext(options);
        await db.GetService<IMigrator>().MigrateAsync("20261123235104_Initial");
        var hash = (string)System.Text.Json.Nodes.JsonNode.Parse(report)!["article"]!["contentHash"]!;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "articles" ("Id", "Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision")
            VALUES (1, 'default', 'id:wp:1', 'wp:1', 'https://example.org/1', {hash}, '|', {Encoding.UTF8.GetBytes(Article)}, 0, 1)
            """);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report")
            VALUES ({id}, 'default', 'key_1', 1, {hash}, 'compliant', '1', 0, {Encoding.UTF8.GetBytes(report)})
            """);
    }

    private static string Plan(string file, string query)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();

        // The text of a query begins with its parameters, as settings of the shell.
        var lines = query.Split('\n').Where(l => l.Length > 0).ToLookup(l => l.StartsWith(".param", StringComparison.Ordinal));
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', lines[false]);
        foreach (var words in lines[true].Select(l => l.Trim().Split(' ')))
        {
            command.Parameters.AddWithValue(words[2], words[3].Trim('\''));
        }

        using var reader = command.ExecuteReader();
        var plan = new StringBuilder();
        while (reader.Read())
        {
            plan.AppendLine(reader.GetString(3));
        }

        return plan.ToString();
    }
}
