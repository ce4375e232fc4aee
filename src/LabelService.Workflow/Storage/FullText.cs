using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Storage;

/// <summary>The full-text index over what waits. Each database has its own; both find by the beginnings of words, all of which must be there.</summary>
internal static class FullText
{
    /// <summary>How many finds are looked at; whoever searches for more must say more.</summary>
    public const int Most = 1000;

    /// <summary>How many of the most urgent tell whether a word is common.</summary>
    private const int Probed = 40;

    /// <summary>What SQLite needs: an index that follows the reviews by triggers and holds only those that wait.</summary>
    public const string SqliteUp =
        """
        CREATE VIRTUAL TABLE "review_search" USING fts5("SearchText", content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='3 4 5');
        CREATE TRIGGER "review_search_added" AFTER INSERT ON "reviews" WHEN new."Waiting" = 1 BEGIN
            INSERT INTO "review_search" (rowid, "SearchText") VALUES (new."Number", new."SearchText");
        END;
        CREATE TRIGGER "review_search_closed" AFTER UPDATE OF "Waiting" ON "reviews" WHEN old."Waiting" = 1 AND new."Waiting" = 0 BEGIN
            DELETE FROM "review_search" WHERE rowid = new."Number";
        END;
        CREATE TRIGGER "review_search_opened" AFTER UPDATE OF "Waiting" ON "reviews" WHEN new."Waiting" = 1 AND old."Waiting" = 0 BEGIN
            INSERT INTO "review_search" (rowid, "SearchText") VALUES (new."Number", new."SearchText");
        END;
        INSERT INTO "review_search" (rowid, "SearchText") SELECT "Number", "SearchText" FROM "reviews" WHERE "Waiting" = 1;
        """;

    /// <summary>What SQLite needs besides, since the text of a review that waits may change.</summary>
    public const string SqliteFollows =
        """
        CREATE TRIGGER "review_search_changed" AFTER UPDATE OF "SearchText" ON "reviews" WHEN old."Waiting" = 1 AND new."Waiting" = 1 BEGIN
            DELETE FROM "review_search" WHERE rowid = new."Number";
            INSERT INTO "review_search" (rowid, "SearchText") VALUES (new."Number", new."SearchText");
        END;
        """;

    /// <summary>The same for PostgreSQL.</summary>
    public const string PostgresUp =
        """
        CREATE INDEX "IX_reviews_search" ON "reviews" USING gin (to_tsvector('simple', "SearchText")) WHERE "Waiting" = 1;
        """;

    /// <returns>Numbers of reviews that wait, <see cref="Most"/> of those found at most.</returns>
    public static async Task<List<long>> FindAsync(LabelContext db, ImmutableArray<string> words, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            var match = string.Join(' ', words.Select(w => $"\"{w}\"*"));
            return await db.Database.SqlQuery<long>(
                $"""SELECT rowid AS "Value" FROM "review_search" WHERE "review_search" MATCH {match} ORDER BY rowid LIMIT {Most}""").ToListAsync(cancel);
        }

        return await FindInPostgresAsync(db, string.Join(" & ", words.Select(w => $"{w}:*")), cancel);
    }

    /// <summary>
    /// The index gathers every find before it gives one, which for a word of most reviews takes longer than to read along the queue: where
    /// half of the most urgent have it, those that follow are read instead.
    /// </summary>
    private static async Task<List<long>> FindInPostgresAsync(LabelContext db, string query, CancellationToken cancel)
    {
        if ((await AlongQueueAsync(db, query, Probed, cancel)).Count >= Probed / 2 && await AlongQueueAsync(db, query, 4 * Most, cancel) is { Count: Most } found)
        {
            return found;
        }

        return await db.Database.SqlQuery<long>(
            $"""SELECT "Number" AS "Value" FROM "reviews" WHERE "Waiting" = 1 AND to_tsvector('simple', "SearchText") @@ to_tsquery('simple', {query}) LIMIT {Most}""")
            .ToListAsync(cancel);
    }

    private static Task<List<long>> AlongQueueAsync(LabelContext db, string query, int depth, CancellationToken cancel) => db.Database.SqlQuery<long>(
        $"""
        SELECT "Number" AS "Value"
        FROM (SELECT "Number", "SearchText" FROM "reviews" WHERE "Waiting" = 1 ORDER BY "DueAt", "Number" LIMIT {depth}) AS urgent
        WHERE to_tsvector('simple', "SearchText") @@ to_tsquery('simple', {query}) LIMIT {Most}
        """).ToListAsync(cancel);
}
