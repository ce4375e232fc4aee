using LabelService.Engine.Packs.Checks;

namespace LabelService.Engine.Checking.Trials;

/// <summary>A rule that no article makes fire, or none of its own cases.</summary>
internal static class FiringCheck
{
    public static IEnumerable<LintFinding> Run(RuleTrial trial)
    {
        // A rule without cases has a lint of its own.
        foreach (var tried in trial.Rules.Where(t => !t.Rule.CaseFiles.IsEmpty && !t.FiredInOwn))
        {
            var (rule, cases) = (tried.Rule, string.Join(", ", tried.Rule.CaseFiles));
            yield return tried.Fired.IsEmpty
                ? LintFinding.At(rule, LintCodes.NeverFires, $"none of the {trial.Articles} case articles of all packs makes {rule.Id} fire; mend its condition, or add to {cases} an article on which it must fire")
                : LintFinding.At(rule, LintCodes.NotExercised, $"no article of its own cases makes {rule.Id} fire, only articles of other packs; add to {cases} two on which it must fire");
        }
    }
}
