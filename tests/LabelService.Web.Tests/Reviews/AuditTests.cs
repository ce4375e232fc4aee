using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using Microsoft.Data.Sqlite;

namespace LabelService.Web.Tests.Reviews;

public sealed class AuditTests
{
    [Fact]
    public async Task Holds_every_change_in_a_chain_that_verifies()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var administrator = await desk.PersonAsync(PersonRoles.Administrator);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "approve")).EnsureSuccessStatusCode();
        (await desk.Service.ClientWithAsync(false, "check")).Dispose();

        var verdict = await administrator.GetAsync("/v1/audit/verify").ReadAsync();

        Assert.Empty(verdict["faults"]!.AsArray());
        var rows = (await administrator.GetAsync("/v1/audit").ReadAsync())["rows"]!.AsArray();
        Assert.Equal(rows.Count, (int)verdict["rows"]!);
        var what = rows.Select(r => (string)r!["what"]!).ToHashSet();
        Assert.Superset(new HashSet<string> { "checks.stored", "decision.made", "key.made", "account.made", "person-key.made" }, what);
        var decision = rows.First(r => (string?)r!["what"] == "decision.made")!;
        Assert.Equal("Person 1", (string?)decision["actorName"]);
        Assert.Equal(id, (string?)decision["data"]!["after"]!["review"]);
        Assert.Equal("missing-role", await moderator.GetAsync("/v1/audit").CodeAsync());
    }

    [Theory]
    [InlineData("""UPDATE "audit" SET "Subject" = "Subject" || 'x' WHERE "Seq" = 3""", "row 3")]
    [InlineData("""UPDATE "audit" SET "At" = "At" + 1 WHERE "Seq" = 2""", "row 2")]
    [InlineData("""DELETE FROM "audit" WHERE "Seq" = 2""", "row 2 is missing")]
    [InlineData("""DELETE FROM "audit" WHERE "Seq" = (SELECT max("Seq") FROM "audit")""", "at the end are missing")]
    [InlineData("""UPDATE "audit" SET "Data" = NULL, "Salt" = NULL WHERE "Seq" = 2""", "row 2: its data is gone")]
    [InlineData("""UPDATE "checks" SET "Verdict" = 'compliant'""", "was altered")]
    [InlineData("""DELETE FROM "checks" """, "is missing")]
    public async Task Finds_what_was_altered_or_removed(string sql, string expected)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var administrator = await desk.PersonAsync(PersonRoles.Administrator);
        using var moderator = await desk.ModeratorAsync();
        (await moderator.DecideAsync(await desk.FlagAsync(Newsdesk.Naming("a1")), "approve")).EnsureSuccessStatusCode();
        await using (var store = new SqliteConnection($"Data Source={desk.Service.Database};Pooling=False"))
        {
            await store.OpenAsync();
            await using var command = store.CreateCommand();
            command.CommandText = sql;
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
        }

        var faults = (await administrator.GetAsync("/v1/audit/verify").ReadAsync())["faults"]!.AsArray().Select(f => (string)f!).ToList();

        Assert.Contains(faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_one_altered_byte_of_data()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var administrator = await desk.PersonAsync(PersonRoles.Administrator);
        await using (var store = new SqliteConnection($"Data Source={desk.Service.Database};Pooling=False"))
        {
            await store.OpenAsync();
            await using var command = store.CreateCommand();
            command.CommandText = """UPDATE "audit" SET "Data" = substr("Data", 1, 20) || x'5a' || substr("Data", 22) WHERE "Seq" = 1""";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        Assert.Contains("row 1", (string)(await administrator.GetAsync("/v1/audit/verify").ReadAsync())["faults"]![0]!, StringComparison.Ordinal);
    }
}
