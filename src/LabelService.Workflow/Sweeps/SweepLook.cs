using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Sweeps;

/// <summary>Holds one stored article against the rules before and after a change. Reads no store, so that several may do it at once.</summary>
/// <param name="before">Null where it is not known how it was.</param>
internal sealed class SweepLook(RulesAt? before, RulesAt after)
{
    private const int MostDifferences = 20;

    public RulesAt After => after;

    /// <summary>What the change does to the article.</summary>
    /// <param name="Differences">As JSON; null where only the hash of what was told tells that there are some.</param>
    internal sealed record Found(SweepEffects Effects, string? Differences);

    /// <returns>Null where it does nothing to it: so it is of most.</returns>
    /// <exception cref="InvalidDataException">The stored request cannot be read.</exception>
    /// <exception cref="CheckRefusedException">The article cannot be checked.</exception>
    public Found? At(SweepArticle article, IReadOnlyCollection<DecisionRow> binding)
    {
        var request = ArticleLook.Read(article.Submitted);
        if (ArticleLook.Of(after, article.Site, request, binding) is not { Found.Effective.IsIncomplete: false } now)
        {
            return null;
        }

        var isSame = LabelsHash.Of(now.Found.Effective) == article.LabelsHash;
        if (isSame && !article.HasDesk && !now.IsPending)
        {
            return null;
        }

        var was = before is null ? null : ArticleLook.Of(before, article.Site, request, binding);
        var differences = was is null ? [] : Differences(was, now);
        var effects = differences.Aggregate(SweepEffects.None, (all, d) => all | EffectOf(d));
        if (effects == SweepEffects.None && !isSame && article.LabelsHash is not null)
        {
            effects = SweepEffects.Changed;
        }

        return effects == SweepEffects.None && isSame && !article.HasDesk ? null
            : new Found(effects, differences.IsEmpty ? null : JsonSerializer.Serialize([.. differences.Take(MostDifferences)], SweepJson.Default.ImmutableArrayDifference));
    }

    private static ImmutableArray<Difference> Differences(ArticleLook was, ArticleLook now)
    {
        var today = Comparison.Of(was.Found.Effective, now.Found.Effective);
        if (was.Asked is null || now.Asked is null)
        {
            return today;
        }

        // Of the other day only what is newly asked counts, where today does not ask it anyway.
        return [.. today, .. Comparison.Of(was.Asked, now.Asked).Where(d => d.After?.EndsWith("pending", StringComparison.Ordinal) == true && !today.Contains(d))];
    }

    private static SweepEffects EffectOf(Difference d) => d switch
    {
        { After: { } after } when after.EndsWith("pending", StringComparison.Ordinal) => SweepEffects.Pending,
        { Before: null, Kind: not DifferenceKind.Wording } => SweepEffects.NewlyMissing,
        { After: null or "unneeded" } => SweepEffects.NewlyUnneeded,
        _ => SweepEffects.Changed,
    };
}
