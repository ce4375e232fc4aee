using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Teaching;

/// <summary>
/// The decisions that say something of their rule: those that bind, and those that bound until their rule, entry or words were gone. What
/// was undone, replaced or never agreed on does not count, so that each question counts once, by its last answer.
/// </summary>
internal static class CountedDecisions
{
    private static readonly string Binding = Kebab<DecisionState>.Word(DecisionState.Binding);
    private static readonly string Ended = Kebab<DecisionState>.Word(DecisionState.Ended);

    public static IQueryable<DecisionRow> Of(LabelContext db) => db.Decisions.AsNoTracking().Where(d =>
        d.State == Binding
        || (d.State == Ended && !db.Decisions.Any(later =>
            later.ArticleId == d.ArticleId && later.DisclosureId == d.DisclosureId && (later.State == Binding || later.State == Ended) && later.At > d.At)));

    /// <summary>What was decided on one rule's hits after a moment, on all sites.</summary>
    public static async Task<VerdictTally> OfRuleAsync(LabelContext db, string rule, DateTimeOffset after, CancellationToken cancel)
    {
        var counts = await Of(db).Where(d => d.Rule == rule && d.At > after).GroupBy(d => d.Action)
            .Select(g => new { Action = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        return VerdictTally.Sum(counts.Select(c => VerdictTally.Of(c.Action, c.Count)));
    }
}
