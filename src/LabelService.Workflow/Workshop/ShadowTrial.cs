using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>One draft in shadow: what it has seen since it began, restarts and changes of the rules in force included.</summary>
internal sealed class ShadowTrial(string draftId, DateTimeOffset? since, Ruleset present, Trial trial, DryRunReport? earlier)
{
    /// <summary>Each looks at every article again.</summary>
    public const int MostAtOnce = 5;

    private readonly Lock _adding = new();
    private int _told;

    public string DraftId => draftId;

    public DateTimeOffset? Since => since;

    public string RulesetVersion => present.Version;

    public void Add(CheckRequest request)
    {
        lock (_adding)
        {
            trial.Add(request, null);
        }
    }

    /// <summary>The account so far; null where nothing came since the last.</summary>
    public DryRunReport? News()
    {
        lock (_adding)
        {
            if (trial.Articles == _told)
            {
                return null;
            }

            _told = trial.Articles;
            var report = trial.Report(complete: true).WithoutArticles();
            return earlier is null ? report : earlier.Plus(report);
        }
    }
}
