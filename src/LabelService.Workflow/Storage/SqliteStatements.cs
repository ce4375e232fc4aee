using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;
using LabelService.Workflow.Reviews;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Storage;

/// <summary>The hot write as plain SQL, prepared once on a connection of its own.</summary>
internal sealed class SqliteStatements(IOptions<StorageOptions> options, TimeProvider time) : ICheckStore
{
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(10);
    private SqliteCommands? _commands;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    public bool IsOfOneRecord(Exception error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT };

    public IReadOnlyList<RecordedCheck?> Write(IReadOnlyList<PackedCheck?> records)
    {
        try
        {
            _commands ??= new SqliteCommands(DurableConnections.Open(options.Value.Prepared()));
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

    private List<RecordedCheck?> WriteWith(SqliteCommands commands, IReadOnlyList<PackedCheck?> records)
    {
        var now = time.GetUtcNow();
        using var transaction = commands.Connection.BeginTransaction(deferred: false);
        var written = new List<RecordedCheck?>(records.Count);
        var ledger = new SqliteLedger(commands, now);
        foreach (var record in records)
        {
            written.Add(record is null ? Probe(commands, now) : Insert(commands, ledger, record));
        }

        ledger.Close();

        if (now - _purged > PurgeEvery)
        {
            commands.Purge.Bind(1, (now - IdempotencyKeys.Life).ToUnixTimeMilliseconds()).Run();
            _purged = now;
        }

        transaction.Commit();
        return written;
    }

    private static RecordedCheck? Probe(SqliteCommands commands, DateTimeOffset now)
    {
        commands.Probe.Bind(1, now.ToUnixTimeMilliseconds()).Run();
        return null;
    }

    private static RecordedCheck Insert(SqliteCommands commands, SqliteLedger ledger, PackedCheck check)
    {
        var record = check.Record;
        var article = PutArticle(commands, check);
        var report = record.Report;
        var review = SqliteReviews.Put(commands, ledger, record, article);
        if (review is not null)
        {
            report = report with { Review = review };
        }

        var json = record.Json ?? ReportJson.Write(report);
        var now = record.Now.ToUnixTimeMilliseconds();
        var verdict = Kebab<Verdict>.Word(report.Verdict);
        commands.Check
            .Bind(1, report.Id).Bind(2, record.Site).Bind(3, record.KeyId).Bind(4, article.Id).Bind(5, report.Article.ContentHash)
            .Bind(6, verdict).Bind(7, report.Ruleset.Version).Bind(8, now)
            .Bind(9, check.Report ?? PackedJson.Pack(json)).Bind(10, report.Review?.Id)
            .Run();
        if (record.Idempotency is { } spent)
        {
            commands.Idempotency.Bind(1, record.KeyId).Bind(2, spent.Key).Bind(3, spent.BodyHash).Bind(4, report.Id).Bind(5, now).Run();
        }

        ledger.Check(AuditData.CheckLine(report.Id, record.Site, record.KeyId, report.Article.ContentHash, verdict, report.Ruleset.Version, now));
        ledger.Event(article.Event(EventTypes.CheckCompleted, record) with { CheckId = report.Id, ReviewId = report.Review?.Id });
        if (article.LabelsChanged)
        {
            ledger.Event(article.Event(EventTypes.LabelsChanged, record) with { CheckId = report.Id });
        }

        return new RecordedCheck(report, json);
    }

    /// <summary>Keeps the newest content of the article; the body is rewritten only where something changed.</summary>
    private static PutArticle PutArticle(SqliteCommands commands, PackedCheck check)
    {
        var record = check.Record;
        var (article, hash, now) = (record.Request.Article, record.Report.Article.ContentHash, record.Now.ToUnixTimeMilliseconds());
        var known = commands.FindArticle.Bind(1, record.Site).Bind(2, check.Identity);
        if (!known.Read())
        {
            known.Reset();
            commands.AddArticle
                .Bind(1, record.Site).Bind(2, check.Identity).Bind(3, article.ExternalId).Bind(4, article.Url).Bind(5, hash)
                .Bind(6, check.Asked).Bind(7, check.Submitted).Bind(8, now).Bind(9, record.LabelsHash)
                .Run();
            var added = commands.LastId;
            commands.AddToTail.Bind(1, added).Run();
            return new PutArticle(added, IsNew: true, LabelsChanged: false);
        }

        var (id, sameContent, before) = (known.Number(0), known.Text(1) == hash, known.Text(4));
        var unchanged = sameContent && known.Text(2) == check.Asked && known.Number(3) == 0 && before == record.LabelsHash;
        known.Reset();
        if (!unchanged)
        {
            commands.ChangeArticle
                .Bind(1, article.Url).Bind(2, hash).Bind(3, check.Asked).Bind(4, check.Submitted).Bind(5, now).Bind(6, sameContent ? 0 : 1)
                .Bind(7, record.LabelsHash).Bind(8, id)
                .Run();
            commands.AddToTail.Bind(1, id).Run();
        }

        // An article of an earlier version was never told of.
        return new PutArticle(id, IsNew: false, LabelsChanged: before != record.LabelsHash && before.Length > 0);
    }
}
