using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>The brakes in force, and taking one off.</summary>
internal sealed class BrakeBook(
    IDbContextFactory<LabelContext> contexts, Ledger ledger, RememberedBook remembered, ExceptionsInForce exceptions, ReviewFeed feed, TimeProvider time)
{
    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "brake-unknown", "There is no such brake.");
    public static readonly Refusal Lifted = new(RefusalKind.Conflict, "brake-lifted", "Somebody else has taken this brake off since; nothing was changed.");

    public async Task<ImmutableArray<BrakeRow>> InForceAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await db.Brakes.AsNoTracking().Where(b => b.LiftedAt == null).OrderByDescending(b => b.At).ToListAsync(cancel)];
    }

    /// <summary>For a page that is about something else: it asks the store only where a rule is braked, and does without where the store is away.</summary>
    public async Task<ImmutableArray<BrakeRow>> NoticeAsync(CancellationToken cancel)
    {
        try
        {
            return exceptions.Remembered.Brakes.IsEmpty ? [] : await InForceAsync(cancel);
        }
        catch (DbException)
        {
            return [];
        }
    }

    /// <summary>The rule works as before, and counting begins anew.</summary>
    public async Task<Answer<BrakeRow>> LiftAsync(string id, string? reason, Person person, CancellationToken cancel)
    {
        if (ReviewRefusals.FaultOfReason(reason, "reason") is { } fault)
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.BeginAloneAsync(cancel);
        if (await db.Brakes.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } brake)
        {
            return Unknown;
        }

        if (brake.LiftedAt is not null)
        {
            return Lifted;
        }

        (brake.LiftedAt, brake.LiftedByName) = (time.GetUtcNow(), person.Name);
        brake.Stamp = await RememberedBook.NextStampAsync(db, cancel);
        var entry = new AuditEntry(AuditActor.Of(person), null, AuditWhat.RuleBrakeLifted, brake.Rule, AuditData.Of(
            new JsonObject { ["step"] = brake.Step, ["brake"] = brake.Id }, new JsonObject { ["reason"] = reason!.Trim() }));
        await ledger.WriteAsync(db, [entry], [], cancel);
        await transaction.CommitAsync(cancel);
        await remembered.RefreshAsync(cancel);
        feed.Changed();
        return brake;
    }
}
