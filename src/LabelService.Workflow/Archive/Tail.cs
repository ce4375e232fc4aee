using System.Data.Common;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Ways into the tail besides those of the hot write.</summary>
internal static class Tail
{
    private const string SqliteStamp = "random() & 9223372036854775807";

    private const string AddOnSqlite =
        $"""
        INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT "Id", {SqliteStamp} FROM "articles"
        WHERE "Id" IN (SELECT value FROM json_each(@ids)) AND "Submitted" IS NOT NULL ORDER BY "Id" ON CONFLICT ("ArticleId") DO NOTHING
        """;

    private const string AddOnPostgres =
        $"""
        INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT "Id", {TailRow.PostgresStamp} FROM "articles"
        WHERE "Id" IN (SELECT value::bigint FROM json_array_elements_text(@ids::json)) AND "Submitted" IS NOT NULL ORDER BY "Id" ON CONFLICT ("ArticleId") DO NOTHING
        """;

    private const string AgainOnSqlite =
        $"""
        INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT "Id", {SqliteStamp} FROM "articles"
        WHERE "Id" > @after AND "Id" <= @last AND "Submitted" IS NOT NULL ORDER BY "Id" {TailRow.OnConflict}
        """;

    private const string AgainOnPostgres =
        $"""
        INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT "Id", {TailRow.PostgresStamp} FROM "articles"
        WHERE "Id" > @after AND "Id" <= @last AND "Submitted" IS NOT NULL ORDER BY "Id" {TailRow.OnConflict}
        """;

    /// <summary>Those of the articles that have a text and are not in the tail yet.</summary>
    public static Task AddAsync(LabelContext db, IEnumerable<long> articles, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(
        db.IsShared ? AddOnPostgres : AddOnSqlite, [Parameter(db, "ids", $"[{string.Join(',', articles)}]")], cancel);

    /// <summary>All articles with numbers above one and up to another, to be read again whatever the tail has of them.</summary>
    public static Task AddAgainAsync(LabelContext db, long after, long last, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(
        db.IsShared ? AgainOnPostgres : AgainOnSqlite, [Parameter(db, "after", after), Parameter(db, "last", last)], cancel);

    /// <summary>What segments hold of the article must go. Inside the transaction that erases it.</summary>
    public static Task EraseAsync(LabelContext db, long article, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "archive_tail" ("ArticleId", "Stamp") VALUES ({article}, {-1 - Random.Shared.NextInt64()})
        ON CONFLICT ("ArticleId") DO UPDATE SET "Keys" = NULL, "Stamp" = excluded."Stamp"
        """,
        cancel);

    private static DbParameter Parameter(LabelContext db, string name, object value)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }
}
