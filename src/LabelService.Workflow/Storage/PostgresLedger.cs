using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>What <see cref="Ledger"/> does, in the hot write: gathered while the group is put together, numbered when all else is written.</summary>
internal sealed class PostgresLedger
{
    private readonly List<string> _checks = [];
    private readonly List<EventDraft> _events = [];
    private readonly List<AuditEntry> _entries = [];
    private (long Seq, byte[] Hash, long Events)? _locked;

    public void Check(string line) => _checks.Add(line);

    public void Event(EventDraft draft) => _events.Add(draft);

    public void Add(IEnumerable<EventDraft> events, AuditEntry? entry)
    {
        _events.AddRange(events);
        if (entry is not null)
        {
            _entries.Add(entry);
        }
    }

    private bool HasRows => _entries.Count > 0 || _events.Count > 0;

    /// <summary>Call with the group's last rows: from here on, other writers wait.</summary>
    public void AddLock(NpgsqlBatch batch)
    {
        if (_checks.Count > 0)
        {
            _entries.Add(new AuditEntry(AuditActor.System, null, AuditWhat.ChecksStored, $"{_checks.Count}", AuditData.OfChecks(_checks)));
        }

        if (HasRows)
        {
            batch.Add("""SELECT "AuditSeq", "AuditHash", "EventSeq" FROM "ledger" WHERE "Id" = 1 FOR UPDATE""");
        }
    }

    /// <param name="rows">Of the batch with the lock, in which nothing else returns rows.</param>
    public void ReadLock(NpgsqlDataReader rows)
    {
        if (HasRows)
        {
            // Without the row nothing may be kept: reading it then fails.
            rows.Read();
            _locked = (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetInt64(2));
        }
    }

    /// <summary>Numbers what was gathered, writes it and commits, in one trip: others wait for this row.</summary>
    public void WriteAndCommit(NpgsqlConnection connection, DateTimeOffset now)
    {
        using var batch = new NpgsqlBatch(connection);
        if (_locked is { } locked)
        {
            AddRows(batch, locked, now);
        }

        batch.Add("COMMIT");
        batch.ExecuteNonQuery();
    }

    private void AddRows(NpgsqlBatch batch, (long Seq, byte[] Hash, long Events) locked, DateTimeOffset now)
    {
        var (seq, hash, events) = locked;
        foreach (var entry in _entries)
        {
            var row = AuditChain.Next(seq + 1, hash, entry, now);
            (seq, hash) = (row.Seq, row.Hash);
            batch.Add(
                """
                INSERT INTO "audit" ("Seq", "At", "ActorKind", "ActorId", "ActorName", "Site", "What", "Subject", "Data", "Salt", "DataHash", "Hash")
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """)
                .Bind(row.Seq).Bind(row.At.ToUnixTimeMilliseconds()).Bind(row.ActorKind).Bind(row.ActorId).Bind(row.ActorName).Bind(row.Site).Bind(row.What)
                .Bind(row.Subject).Bind(row.Data!).Bind(row.Salt!).Bind(row.DataHash).Bind(row.Hash);
        }

        if (_events.Count > 0)
        {
            AddEvents(batch, [.. _events.Select(e => e.Row(++events, now))]);
        }

        batch.Add("""UPDATE "ledger" SET "AuditSeq" = $1, "AuditHash" = $2, "EventSeq" = $3 WHERE "Id" = 1""").Bind(seq).Bind(hash).Bind(events);
    }

    private static void AddEvents(NpgsqlBatch batch, EventRow[] rows) => batch
        .Add(
            """
            INSERT INTO "events" ("Seq", "Site", "Type", "At", "ArticleId", "ExternalId", "Url", "CheckId", "ReviewId", "Data")
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
        .Bind([.. rows.Select(r => r.Seq)]).Bind([.. rows.Select(r => r.Site)]).Bind([.. rows.Select(r => r.Type)])
        .Bind([.. rows.Select(r => r.At.ToUnixTimeMilliseconds())]).Bind([.. rows.Select(r => r.ArticleId)]).Bind([.. rows.Select(r => r.ExternalId)])
        .Bind([.. rows.Select(r => r.Url)]).Bind([.. rows.Select(r => r.CheckId)]).Bind([.. rows.Select(r => r.ReviewId)]).Bind([.. rows.Select(r => r.Data)]);
}
