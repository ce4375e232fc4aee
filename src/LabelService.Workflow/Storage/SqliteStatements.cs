using LabelService.Engine.Model;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Storage;

/// <summary>The hot write as plain SQL, prepared once on a connection of its own. Used by one thread.</summary>
internal sealed class SqliteStatements(IOptions<StorageOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>How long an <c>Idempotency-Key</c> lives, by the contract.</summary>
    public static readonly TimeSpan IdempotencyLife = TimeSpan.FromHours(24);

    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(10);
    private Commands? _commands;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    /// <summary>Whether the error is about what was written (a duplicate) and not about the store.</summary>
    public static bool IsOfOneRecord(SqliteException error) => error.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT;

    /// <summary>Writes all records in one durable transaction; a null record only proves that writing works.</summary>
    /// <returns>In the order given: what was stored.</returns>
    public IReadOnlyList<RecordedCheck?> Write(IEnumerable<CheckRecord?> records)
    {
        try
        {
            _commands ??= new Commands(DurableConnections.Open(options.Value.Prepared()));
            return WriteWith(_commands, records);
        }
        catch
        {
            // A connection that failed once may fail for ever (a disk that was full, a file moved away).
            _commands?.Dispose();
            _commands = null;
            throw;
        }
    }

    public void Dispose() => _commands?.Dispose();

    private List<RecordedCheck?> WriteWith(Commands commands, IEnumerable<CheckRecord?> records)
    {
        var now = time.GetUtcNow();
        using var transaction = commands.Connection.BeginTransaction(deferred: false);
        var written = new List<RecordedCheck?>();
        foreach (var record in records)
        {
            written.Add(record is null ? Probe(commands, transaction, now) : Insert(commands, transaction, record));
        }

        if (now - _purged > PurgeEvery)
        {
            commands.Purge.Run(transaction, (now - IdempotencyLife).ToUnixTimeMilliseconds());
            _purged = now;
        }

        transaction.Commit();
        return written;
    }

    private static RecordedCheck? Probe(Commands commands, SqliteTransaction transaction, DateTimeOffset now)
    {
        commands.Probe.Run(transaction, now.ToUnixTimeMilliseconds());
        return null;
    }

    private static RecordedCheck Insert(Commands commands, SqliteTransaction transaction, CheckRecord record)
    {
        var articleId = PutArticle(commands, transaction, record);
        var report = record.Report;
        if (record.IsPending)
        {
            var review = PutReview(commands, transaction, record, articleId);
            report = report with { Review = new ReviewReference(review, ReviewRow.Open, $"/v1/reviews/{review}") };
        }

        var json = record.Json ?? ReportJson.Write(report);
        var now = record.Now.ToUnixTimeMilliseconds();
        commands.Check.Run(
            transaction, report.Id, record.Site, record.KeyId, articleId, report.Article.ContentHash, Kebab<Verdict>.Word(report.Verdict),
            report.Ruleset.Version, now, json, report.Review?.Id);
        if (record.Idempotency is { } spent)
        {
            commands.Idempotency.Run(transaction, record.KeyId, spent.Key, spent.BodyHash, report.Id, now);
        }

        return new RecordedCheck(report, json);
    }

    /// <summary>Keeps the newest content of the article; the body is rewritten only where something changed.</summary>
    private static long PutArticle(Commands commands, SqliteTransaction transaction, CheckRecord record)
    {
        var hash = record.Report.Article.ContentHash;
        var identity = ArticleIdentity.Of(record.Request.Article, hash);
        var asked = string.Join(',', record.Request.Jurisdictions ?? []) + "|" + string.Join(',', record.Request.Languages ?? []);
        var now = record.Now.ToUnixTimeMilliseconds();
        using (var known = commands.FindArticle.Read(transaction, record.Site, identity))
        {
            if (!known.Read())
            {
                known.Close();
                var article = record.Request.Article;
                return commands.AddArticle.ReadNumber(
                    transaction, record.Site, identity, article.ExternalId, article.Url, hash, asked, record.Submitted.ToArray(), now);
            }

            var (id, oldHash, oldAsked, erased) = (known.GetInt64(0), known.GetString(1), known.GetString(2), known.GetInt64(3) != 0);
            if (oldHash == hash && oldAsked == asked && !erased)
            {
                return id;
            }

            known.Close();
            commands.ChangeArticle.Run(
                transaction, id, record.Request.Article.Url, hash, asked, record.Submitted.ToArray(), now, oldHash == hash ? 0 : 1);
            return id;
        }
    }

    /// <summary>The open review of this very content, or a new one; reviews of earlier content are superseded.</summary>
    private static string PutReview(Commands commands, SqliteTransaction transaction, CheckRecord record, long articleId)
    {
        var hash = record.Report.Article.ContentHash;
        using (var open = commands.FindReview.Read(transaction, articleId, hash))
        {
            if (open.Read())
            {
                return open.GetString(0);
            }
        }

        commands.SupersedeReviews.Run(transaction, articleId);
        var id = RandomId.Next("rev", record.Now);
        commands.AddReview.Run(transaction, id, record.Site, record.Report.Id, articleId, hash, record.Now.ToUnixTimeMilliseconds());
        return id;
    }

    private sealed class Commands(SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public PreparedCommand Probe { get; } = new(connection,
            """UPDATE "store_probe" SET "At" = $0 WHERE "Id" = 1""", 1);

        public PreparedCommand FindArticle { get; } = new(connection,
            """SELECT "Id", "ContentHash", "Asked", "Submitted" IS NULL FROM "articles" WHERE "Site" = $0 AND "Identity" = $1""", 2);

        public PreparedCommand AddArticle { get; } = new(connection,
            """
            INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision")
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, 1) RETURNING "Id"
            """, 8);

        public PreparedCommand ChangeArticle { get; } = new(connection,
            """
            UPDATE "articles" SET "Url" = $1, "ContentHash" = $2, "Asked" = $3, "Submitted" = $4, "ChangedAt" = $5,
            "Revision" = "Revision" + $6, "ErasedAt" = NULL WHERE "Id" = $0
            """, 7);

        public PreparedCommand Check { get; } = new(connection,
            """
            INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report", "ReviewId")
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, 10);

        // A key whose 24 hours are over may be used again before it is purged.
        public PreparedCommand Idempotency { get; } = new(connection,
            """INSERT OR REPLACE INTO "idempotency" ("KeyId", "Key", "BodyHash", "CheckId", "CreatedAt") VALUES ($0, $1, $2, $3, $4)""", 5);

        public PreparedCommand Purge { get; } = new(connection, """DELETE FROM "idempotency" WHERE "CreatedAt" < $0""", 1);

        public PreparedCommand FindReview { get; } = new(connection,
            """SELECT "Id" FROM "reviews" WHERE "ArticleId" = $0 AND "ContentHash" = $1 AND "State" = 'open'""", 2);

        public PreparedCommand SupersedeReviews { get; } = new(connection,
            """UPDATE "reviews" SET "State" = 'superseded', "Revision" = "Revision" + 1 WHERE "ArticleId" = $0 AND "State" = 'open'""", 1);

        public PreparedCommand AddReview { get; } = new(connection,
            """
            INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "OpenedAt", "State", "Revision")
            VALUES ($0, $1, $2, $3, $4, $5, 'open', 1)
            """, 6);

        public void Dispose() => connection.Dispose();
    }
}
