using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Storage;

/// <summary>The hot write as plain SQL, prepared once on a connection of its own.</summary>
internal sealed class SqliteStatements(IOptions<StorageOptions> options, TimeProvider time) : ICheckStore
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(10);
    private Commands? _commands;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    public bool IsOfOneRecord(Exception error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };

    public IReadOnlyList<RecordedCheck?> Write(IReadOnlyList<PackedCheck?> records)
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

    private List<RecordedCheck?> WriteWith(Commands commands, IReadOnlyList<PackedCheck?> records)
    {
        var now = time.GetUtcNow();
        using var transaction = commands.Connection.BeginTransaction(deferred: false);
        var written = new List<RecordedCheck?>(records.Count);
        foreach (var record in records)
        {
            written.Add(record is null ? Probe(commands, now) : Insert(commands, record));
        }

        if (now - _purged > PurgeEvery)
        {
            commands.Purge.Bind(1, (now - IdempotencyKeys.Life).ToUnixTimeMilliseconds()).Run();
            _purged = now;
        }

        transaction.Commit();
        return written;
    }

    private static RecordedCheck? Probe(Commands commands, DateTimeOffset now)
    {
        commands.Probe.Bind(1, now.ToUnixTimeMilliseconds()).Run();
        return null;
    }

    private static RecordedCheck Insert(Commands commands, PackedCheck check)
    {
        var record = check.Record;
        var articleId = PutArticle(commands, check);
        var report = record.Report;
        if (record.IsPending)
        {
            var review = PutReview(commands, record, articleId);
            report = report with { Review = new ReviewReference(review, ReviewRow.Open, $"/v1/reviews/{review}") };
        }

        var json = record.Json ?? ReportJson.Write(report);
        var now = record.Now.ToUnixTimeMilliseconds();
        commands.Check
            .Bind(1, report.Id).Bind(2, record.Site).Bind(3, record.KeyId).Bind(4, articleId).Bind(5, report.Article.ContentHash)
            .Bind(6, Kebab<Verdict>.Word(report.Verdict)).Bind(7, report.Ruleset.Version).Bind(8, now)
            .Bind(9, check.Report ?? PackedJson.Pack(json)).Bind(10, report.Review?.Id)
            .Run();
        if (record.Idempotency is { } spent)
        {
            commands.Idempotency.Bind(1, record.KeyId).Bind(2, spent.Key).Bind(3, spent.BodyHash).Bind(4, report.Id).Bind(5, now).Run();
        }

        return new RecordedCheck(report, json);
    }

    /// <summary>Keeps the newest content of the article; the body is rewritten only where something changed.</summary>
    private static long PutArticle(Commands commands, PackedCheck check)
    {
        var record = check.Record;
        var (article, hash, now) = (record.Request.Article, record.Report.Article.ContentHash, record.Now.ToUnixTimeMilliseconds());
        var known = commands.FindArticle.Bind(1, record.Site).Bind(2, check.Identity);
        if (!known.Read())
        {
            known.Reset();
            commands.AddArticle
                .Bind(1, record.Site).Bind(2, check.Identity).Bind(3, article.ExternalId).Bind(4, article.Url).Bind(5, hash)
                .Bind(6, check.Asked).Bind(7, check.Submitted).Bind(8, now)
                .Run();
            return commands.LastId;
        }

        var (id, sameContent) = (known.Number(0), known.Text(1) == hash);
        var unchanged = sameContent && known.Text(2) == check.Asked && known.Number(3) == 0;
        known.Reset();
        if (!unchanged)
        {
            commands.ChangeArticle
                .Bind(1, article.Url).Bind(2, hash).Bind(3, check.Asked).Bind(4, check.Submitted).Bind(5, now).Bind(6, sameContent ? 0 : 1)
                .Bind(7, id)
                .Run();
        }

        return id;
    }

    /// <summary>The open review of this very content, or a new one; reviews of earlier content are superseded.</summary>
    private static string PutReview(Commands commands, CheckRecord record, long articleId)
    {
        var hash = record.Report.Article.ContentHash;
        var open = commands.FindReview.Bind(1, articleId).Bind(2, hash);
        var found = open.Read() ? open.Text(0) : null;
        open.Reset();
        if (found is not null)
        {
            return found;
        }

        commands.SupersedeReviews.Bind(1, articleId).Run();
        var id = RandomId.Next("rev", record.Now);
        commands.AddReview
            .Bind(1, id).Bind(2, record.Site).Bind(3, record.Report.Id).Bind(4, articleId).Bind(5, hash).Bind(6, record.Now.ToUnixTimeMilliseconds())
            .Run();
        return id;
    }

    private sealed class Commands : IDisposable
    {
        private readonly List<PreparedCommand> _all = [];

        public Commands(SqliteConnection connection)
        {
            Connection = connection;
            try
            {
                Probe = Prepare("""UPDATE "store_probe" SET "At" = ?1 WHERE "Id" = 1""");
                FindArticle = Prepare(
                    """SELECT "Id", "ContentHash", "Asked", "Submitted" IS NULL FROM "articles" WHERE "Site" = ?1 AND "Identity" = ?2""");
                AddArticle = Prepare(
                    """
                    INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision")
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
                    """);
                ChangeArticle = Prepare(
                    """
                    UPDATE "articles" SET "Url" = ?1, "ContentHash" = ?2, "Asked" = ?3, "Submitted" = ?4, "ChangedAt" = ?5,
                    "Revision" = "Revision" + ?6, "ErasedAt" = NULL WHERE "Id" = ?7
                    """);
                Check = Prepare(
                    """
                    INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report", "ReviewId")
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                    """);

                // A key whose 24 hours are over may be used again before it is purged.
                Idempotency = Prepare(
                    """INSERT OR REPLACE INTO "idempotency" ("KeyId", "Key", "BodyHash", "CheckId", "CreatedAt") VALUES (?1, ?2, ?3, ?4, ?5)""");
                Purge = Prepare("""DELETE FROM "idempotency" WHERE "CreatedAt" < ?1""");
                FindReview = Prepare("""SELECT "Id" FROM "reviews" WHERE "ArticleId" = ?1 AND "ContentHash" = ?2 AND "State" = 'open'""");
                SupersedeReviews = Prepare(
                    """UPDATE "reviews" SET "State" = 'superseded', "Revision" = "Revision" + 1 WHERE "ArticleId" = ?1 AND "State" = 'open'""");
                AddReview = Prepare(
                    """
                    INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "OpenedAt", "State", "Revision")
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', 1)
                    """);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public SqliteConnection Connection { get; }
        public PreparedCommand Probe { get; }
        public PreparedCommand FindArticle { get; }
        public PreparedCommand AddArticle { get; }
        public PreparedCommand ChangeArticle { get; }
        public PreparedCommand Check { get; }
        public PreparedCommand Idempotency { get; }
        public PreparedCommand Purge { get; }
        public PreparedCommand FindReview { get; }
        public PreparedCommand SupersedeReviews { get; }
        public PreparedCommand AddReview { get; }

        /// <summary>The number of the row added last.</summary>
        public long LastId => SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle!);

        /// <summary>Statements first: a connection with statements left cannot close its file.</summary>
        public void Dispose()
        {
            _all.ForEach(c => c.Dispose());
            Connection.Dispose();
        }

        private PreparedCommand Prepare(string sql)
        {
            var command = new PreparedCommand(Connection, sql);
            _all.Add(command);
            return command;
        }
    }
}
