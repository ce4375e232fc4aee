using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>What editors read about a rule stands in both of the product's languages.</summary>
internal static class TitlesCheck
{
    private static readonly string[] Ours = ["en", "ru"];

    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var (what, texts) in Texts(rule))
            {
                foreach (var language in Ours.Where(l => !texts.ContainsKey(l)))
                {
                    yield return LintFinding.At(rule, LintCodes.MissingLanguage, $"{what} of {rule.Id} stands not in '{language}', and editors read both; add '{language}:' to it");
                }
            }
        }
    }

    private static IEnumerable<(Told What, IReadOnlyDictionary<string, string> Texts)> Texts(Rule rule)
    {
        if (!rule.Title.IsEmpty)
        {
            yield return ("the title", rule.Title);
        }

        foreach (var basis in rule.Basis.Where(b => b.Acts is { Count: > 1 }))
        {
            yield return ($"the act '{RuleText.Words.Short(basis.Act)}'", basis.Acts!);
        }

        foreach (var notes in rule.Require.OfType<DisclosureRequirement>().Select(d => d.Presentation?.Notes).Where(n => n is { Count: > 0 }))
        {
            yield return ("the note on presentation", notes!);
        }
    }
}
