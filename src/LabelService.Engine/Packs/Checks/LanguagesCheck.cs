namespace LabelService.Engine.Packs.Checks;

/// <summary>Every disclosure needs its text in the official language, and texts for editors in both of the product's languages.</summary>
internal static class LanguagesCheck
{
    private static readonly string[] Ours = ["en", "ru"];

    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var disclosure in rule.Require.OfType<DisclosureRequirement>())
            {
                if (disclosure.OfficialLanguage is { } official && !disclosure.Text.ContainsKey(official))
                {
                    yield return LintFinding.At(rule, "no-official-text", $"the disclosure {disclosure.Type} of {rule.Id} has no text in its official language; add '{official}:' under 'text'");
                }
            }

            // Where no language is official, the text is for whoever reads, in the words of the newsroom.
            foreach (var (disclosure, language) in rule.Require.OfType<DisclosureRequirement>().Where(d => d.OfficialLanguage is null)
                .SelectMany(d => Ours.Where(l => !d.Text.ContainsKey(l)).Select(l => (d, l))))
            {
                yield return LintFinding.At(rule, LintCodes.MissingLanguage, $"the disclosure {disclosure.Type} of {rule.Id} has no text in '{language}'; add '{language}:' under 'text', or say which language is official with 'officialLanguage'");
            }

            foreach (var flag in rule.Require.OfType<FlagRequirement>())
            {
                foreach (var language in Ours.Where(l => !flag.Why.ContainsKey(l)))
                {
                    yield return LintFinding.At(rule, "no-why", $"the flag of {rule.Id} says its 'why' not in '{language}'; editors read both");
                }
            }
        }
    }
}
