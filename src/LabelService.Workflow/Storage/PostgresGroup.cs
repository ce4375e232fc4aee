using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>One group of checks in one transaction, in three trips to the server, however many checks there are.</summary>
internal sealed class PostgresGroup(IReadOnlyList<PackedCheck?> records, DateTimeOffset now)
{
    private readonly PostgresArticles _articles = new();
    private readonly PostgresReviews _reviews = new();
    private readonly PostgresLedger _ledger = new();
    private readonly PostgresChecks _checks = new();

    /// <summary>In the order given; complete once <see cref="IsCommitting"/>.</summary>
    public List<RecordedCheck?> Written { get; } = new(records.Count);

    /// <summary>Whether the commit was sent: from then on only the store knows whether the group was kept.</summary>
    public bool IsCommitting { get; private set; }

    /// <returns>False where another node was quicker with a new article: nothing was kept, and the group must begin anew.</returns>
    /// <exception cref="KeySpentException">Another node was quicker with an <c>Idempotency-Key</c>.</exception>
    public bool Write(NpgsqlConnection connection, bool purge)
    {
        // Goes to the server with the first statement, as the commit goes with the last; undone where that is not reached.
        using var transaction = connection.BeginTransaction();
        List<PackedCheck> checks = [.. records.OfType<PackedCheck>()];
        if (checks.Count > 0)
        {
            Find(connection, checks);
            if (!_articles.HasAll(checks))
            {
                return false;
            }
        }

        using var batch = new NpgsqlBatch(connection);
        foreach (var record in records)
        {
            Written.Add(record is null ? null : Insert(batch, record));
        }

        _checks.Add(batch, now);
        _articles.AddToTail(batch);
        AddLast(batch, purge);
        _ledger.AddLock(batch);
        if (batch.BatchCommands.Count > 0)
        {
            using var rows = batch.ExecuteReader();
            _ledger.ReadLock(rows);
        }

        if (_checks.WasKeySpent)
        {
            throw new KeySpentException();
        }

        IsCommitting = true;
        _ledger.WriteAndCommit(connection, now);
        return true;
    }

    /// <summary>Whether the store has the group: it has all of it or nothing.</summary>
    public bool IsIn(NpgsqlConnection connection)
    {
        if (Written.OfType<RecordedCheck>().FirstOrDefault() is not { } first)
        {
            return false;
        }

        using var command = new NpgsqlCommand("""SELECT EXISTS (SELECT FROM "checks" WHERE "Id" = $1)""", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = first.Report.Id });
        return (bool)command.ExecuteScalar()!;
    }

    /// <summary>And adds the articles that are not there.</summary>
    private void Find(NpgsqlConnection connection, List<PackedCheck> checks)
    {
        using var batch = new NpgsqlBatch(connection);
        PostgresArticles.AddFind(batch, checks);
        PostgresReviews.AddFind(batch, checks);
        PostgresArticles.AddNew(batch, checks);
        using var rows = batch.ExecuteReader();
        _articles.ReadFound(rows);
        rows.NextResult();
        _reviews.ReadFound(rows);
        rows.NextResult();
        _articles.ReadAdded(rows, checks);
    }

    private RecordedCheck Insert(NpgsqlBatch batch, PackedCheck check)
    {
        var record = check.Record;
        var article = _articles.Put(batch, check);
        var report = record.Report;
        if (_reviews.Put(batch, _ledger, record, article) is { } review)
        {
            report = report with { Review = review };
        }

        var json = record.Json ?? ReportJson.Write(report);
        _checks.Put(record, report, article.Id, check.Report ?? PackedJson.Pack(json));
        Tell(record, report, article);
        return new RecordedCheck(report, json);
    }

    private void Tell(CheckRecord record, CheckReport report, PutArticle article)
    {
        _ledger.Check(AuditData.CheckLine(
            report.Id, record.Site, record.KeyId, report.Article.ContentHash, Kebab<Verdict>.Word(report.Verdict), report.Ruleset.Version, record.Now.ToUnixTimeMilliseconds()));
        _ledger.Event(article.Event(EventTypes.CheckCompleted, record) with { CheckId = report.Id, ReviewId = report.Review?.Id });
        if (article.LabelsChanged)
        {
            _ledger.Event(article.Event(EventTypes.LabelsChanged, record) with { CheckId = report.Id });
        }
    }

    /// <summary>Rows that nodes share come last: whoever waits for them holds up nobody who would have to wait for it.</summary>
    private void AddLast(NpgsqlBatch batch, bool purge)
    {
        if (records.Any(r => r is null))
        {
            batch.Add("""UPDATE "store_probe" SET "At" = $1 WHERE "Id" = 1""").Bind(now.ToUnixTimeMilliseconds());
        }

        if (purge)
        {
            batch
                .Add(
                    """
                    DELETE FROM "idempotency" WHERE ("KeyId", "Key") IN
                    (SELECT "KeyId", "Key" FROM "idempotency" WHERE "CreatedAt" < $1 FOR UPDATE SKIP LOCKED)
                    """)
                .Bind((now - IdempotencyKeys.Life).ToUnixTimeMilliseconds());
        }
    }
}
