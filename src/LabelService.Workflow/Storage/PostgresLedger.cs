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

    /// <summary>Call last before the commit: from here on, other writers wait.</summary>
    public void Write(NpgsqlConnection connection, DateTimeOffset now)
    {
        if (_checks.Count > 0)
        {
            _entries.Add(new AuditEntry(AuditActor.System, null, AuditWhat.ChecksStored, $"{_checks.Count}", AuditData.OfChecks(_checks)));
        }

        if (_entries.Count == 0 && _events.Count == 0)
        {
            return;
        }

        var (seq, hash, events) = Lock(connection);
        using var batch = new NpgsqlBatch(connection);
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
        batch.ExecuteNonQuery();
    }

    private static (long Seq, byte[] Hash, long Events) Lock(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("""SELECT "AuditSeq", "AuditHash", "EventSeq" FROM "ledger" WHERE "Id" = 1 FOR UPDATE""", connection);
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2));
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
