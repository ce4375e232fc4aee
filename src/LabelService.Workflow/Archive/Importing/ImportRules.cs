using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>
/// The rules by which an archive is checked. An import runs for hours: what is in force may be another at its end than at its beginning, and
/// whoever looked for what that change touches could not see articles that were not stored yet.
/// </summary>
internal sealed class ImportRules(RulesetHolder rulesets, ReleasedPacks released, RememberedBook remembered, ExceptionsInForce exceptions)
{
    public RulesInForce Of(Article article, string site)
    {
        var (loaded, heard) = (rulesets.Current, exceptions.Remembered);
        var ruleset = loaded.For(article)!;
        return new RulesInForce(loaded, heard, ruleset, exceptions.Of(ruleset, site), new AskedDay(exceptions.Today(ruleset), DayOrigin.Today));
    }

    /// <summary>Whether an article that was checked so would be checked by the same now.</summary>
    public bool AreStill(RulesInForce rules) => ReferenceEquals(rules.Loaded, rulesets.Current) && ReferenceEquals(rules.Remembered, exceptions.Remembered)
        && rules.Day.Date == exceptions.Today(rules.Ruleset);

    /// <summary>Reads again what changed since.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await released.RefreshAsync(cancel);
        await remembered.RefreshAsync(cancel);
        if (rulesets.Look() != rulesets.Fingerprint)
        {
            rulesets.Load();
        }
    }
}

/// <summary>By what an article was checked.</summary>
internal sealed record RulesInForce(LoadedRuleset Loaded, RememberedExceptions Remembered, Ruleset Ruleset, Exceptions Exceptions, AskedDay Day);
