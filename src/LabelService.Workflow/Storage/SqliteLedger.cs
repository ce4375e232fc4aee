using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Storage;

/// <summary>What <see cref="Ledger"/> does, in the hot write: the checks of one transaction share a row of the audit.</summary>
internal sealed class SqliteLedger
{
    private readonly SqliteCommands _commands;
    private readonly DateTimeOffset _now;
    private readonly List<string> _checks = [];
    private long _auditSeq;
    private byte[] _auditHash;
    private long _eventSeq;
    private bool _moved;

    public SqliteLedger(SqliteCommands commands, DateTimeOffset now)
    {
        (_commands, _now) = (commands, now);
        var row = commands.FindLedger;
        row.Read();
        (_auditSeq, _auditHash, _eventSeq) = (row.Number(0), Convert.FromHexString(row.Text(1)), row.Number(2));
        row.Reset();
    }

    public void Check(string line) => _checks.Add(line);

    public void Event(EventDraft draft)
    {
        _moved = true;
        _commands.AddEvent
            .Bind(1, ++_eventSeq).Bind(2, draft.Site).Bind(3, draft.Type).Bind(4, _now.ToUnixTimeMilliseconds()).Bind(5, draft.ArticleId)
            .Bind(6, draft.ExternalId).Bind(7, draft.Url).Bind(8, draft.CheckId).Bind(9, draft.ReviewId).Bind(10, draft.Data)
            .Run();
    }

    public void Audit(AuditEntry entry)
    {
        _moved = true;
        var row = AuditChain.Next(_auditSeq + 1, _auditHash, entry, _now);
        (_auditSeq, _auditHash) = (row.Seq, row.Hash);
        _commands.AddAudit
            .Bind(1, row.Seq).Bind(2, row.At.ToUnixTimeMilliseconds()).Bind(3, row.ActorKind).Bind(4, row.ActorId).Bind(5, row.ActorName)
            .Bind(6, row.Site).Bind(7, row.What).Bind(8, row.Subject).Bind(9, row.Data!).Bind(10, row.Salt!).Bind(11, row.DataHash).Bind(12, row.Hash)
            .Run();
    }

    /// <summary>Writes what is shared and where the chain now ends.</summary>
    public void Close()
    {
        if (_checks.Count > 0)
        {
            Audit(new AuditEntry(AuditActor.System, null, AuditWhat.ChecksStored, $"{_checks.Count}", AuditData.OfChecks(_checks)));
        }

        if (_moved)
        {
            _commands.MoveLedger.Bind(1, _auditSeq).Bind(2, _auditHash).Bind(3, _eventSeq).Run();
        }
    }
}
