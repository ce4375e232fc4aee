using LabelService.Engine.Candidates;
using LabelService.Engine.Model;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>Finds out which articles a sweep has to look at, and cuts them into parts.</summary>
internal sealed class SweepPlanner(IDbContextFactory<LabelContext> contexts, RuleStates states, Archive.Candidates candidates, TimeProvider time)
{
    /// <summary>Articles of a part: enough that handing it out costs little, few enough that it is soon done.</summary>
    private const int LeastPart = 2048;

    /// <summary>However large the archive, a scheduler has no more parts to hand out.</summary>
    private const int MostParts = 1024;

    public async Task PlanAsync(long sweep, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var row = await db.Sweeps.SingleAsync(s => s.Number == sweep, cancel);

        // First, so that what comes meanwhile counts as later, and is looked at rather twice than never.
        (row.LastArticle, row.LastSegment) = await EndsAsync(db, cancel);
        var found = await FindAsync(row, await QueryAsync(row, cancel), cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await SweepLock.TakeAsync(db, sweep, cancel) != SweepPhase.Planned)
        {
            return;
        }

        row.Articles = await db.Articles.LongCountAsync(cancel);
        row.Candidates = found.IsAll ? row.Articles : found.Ids.LongLength;
        (row.Phase, row.StartedAt) = (Kebab<SweepPhase>.Word(SweepPhase.Counting), time.GetUtcNow());
        db.SweepParts.AddRange(Parts(row, found));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What was stored since the sweep was planned and meets its question: there may be checks among it that began by the rules before.</summary>
    public async Task<long[]> LateAsync(SweepRow row, CancellationToken cancel)
    {
        var query = await QueryAsync(row, cancel);
        return (await candidates.FindAsync(query, row.LastSegment, cancel)).Ids;
    }

    public static IEnumerable<SweepPartRow> Cut(long sweep, int first, int round, bool applies, long[] ids)
    {
        var size = Math.Max(LeastPart, (ids.Length + MostParts - 1) / MostParts);
        return ids.Chunk(size).Select((some, i) => new SweepPartRow
        {
            Sweep = sweep,
            Number = first + i,
            Round = round,
            Applies = applies,
            Ids = Varint.Pack(some),
            First = some[0],
            Last = some[^1],
        });
    }

    private static async Task<(long Article, long Segment)> EndsAsync(LabelContext db, CancellationToken cancel) =>
        (await db.Articles.MaxAsync(a => (long?)a.Id, cancel) ?? 0, await db.ArchiveSegments.MaxAsync(s => (long?)s.Id, cancel) ?? 0);

    private async Task<WordQuery> QueryAsync(SweepRow row, CancellationToken cancel)
    {
        if (row.Scope != Kebab<SweepScope>.Word(SweepScope.Changed))
        {
            return WordQuery.All;
        }

        var after = await states.LoadAsync(row.StateAfter, cancel) ?? states.Now();
        return after is null ? WordQuery.All : new RulesStep(await states.LoadAsync(row.StateBefore, cancel), after).Query();
    }

    private async Task<CandidateSet> FindAsync(SweepRow row, WordQuery query, CancellationToken cancel) =>
        row.Scope == Kebab<SweepScope>.Word(SweepScope.Late) ? await candidates.FindAsync(query, row.LastSegment, cancel) : await candidates.FindAsync(query, cancel);

    private static IEnumerable<SweepPartRow> Parts(SweepRow row, CandidateSet found)
    {
        if (!found.IsAll)
        {
            return Cut(row.Number, 1, 1, false, found.Ids);
        }

        var size = Math.Max(LeastPart, (row.LastArticle + MostParts - 1) / MostParts);
        return Enumerable.Range(0, (int)((row.LastArticle + size - 1) / size)).Select(i => new SweepPartRow
        {
            Sweep = row.Number,
            Number = i + 1,
            Round = 1,
            Applies = false,
            First = (i * size) + 1,
            Last = Math.Min((i + 1) * size, row.LastArticle),
        });
    }
}

/// <summary>Whoever moves a sweep on holds its row, so that of two one goes first and the other finds it done.</summary>
internal static class SweepLock
{
    /// <returns>Its phase as it now is.</returns>
    public static async Task<SweepPhase> TakeAsync(LabelContext db, long sweep, CancellationToken cancel)
    {
        if (db.IsShared)
        {
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "sweeps" WHERE "Number" = {sweep} FOR UPDATE""", cancel);
        }

        return Kebab<SweepPhase>.Value(await db.Sweeps.AsNoTracking().Where(s => s.Number == sweep).Select(s => s.Phase).SingleAsync(cancel));
    }
}
