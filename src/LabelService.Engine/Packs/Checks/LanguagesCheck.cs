using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>Every disclosure needs its text in the official language, and texts for editors in both of the product's languages.</summary>
internal static class LanguagesCheck
{
    private static readonly string[] Ours = ["en", "ru"];

    public static IEnumerable<RuleFileError> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var disclosure in rule.Require.OfType<DisclosureRequirement>())
            {
                if (disclosure.OfficialLanguage is { } official && !disclosure.Text.ContainsKey(official))
                {
                    yield return RuleLint.At(rule.Position, "no-official-text", $"the disclosure {disclosure.Type} of {rule.Id} has no text in its official language; add '{official}:' under 'text'");
                }
            }

            foreach (var flag in rule.Require.OfType<FlagRequirement>())
            {
                foreach (var language in Ours.Where(l => !flag.Why.ContainsKey(l)))
                {
                    yield return RuleLint.At(rule.Position, "no-why", $"the flag of {rule.Id} says its 'why' not in '{language}'; editors read both");
                }
            }
        }
    }
}
