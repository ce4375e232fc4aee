using LabelService.Engine.Packs.Templates;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A Russian sentence declines the name inside it: «иностранным агентом Акционерное общество» is no Russian.</summary>
internal static class GrammarCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) =>
        from rule in pack.Rules
        from disclosure in rule.Require.OfType<DisclosureRequirement>()
        from text in disclosure.Text
        where text.Key == "ru" || text.Key.StartsWith("ru-", StringComparison.Ordinal)
        where BareSubject.StandsInSentence(text.Value.Source)
        select LintFinding.At(rule, text.Value.Position, LintCodes.MissingCase, $"the {text.Key} text of {rule.Id} writes the name inside a sentence as registered, undeclined; say the case, such as {{{{ subject | genitive }}}}, or {{{{ subject | nominative }}}} where that is meant");
}
