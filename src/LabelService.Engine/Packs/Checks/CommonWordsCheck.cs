using LabelService.Engine.Model;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A term that any newspaper uses as a word makes a rule fire on articles that it does not mean.</summary>
internal static class CommonWordsCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack) =>
        from rule in pack.Rules
        from terms in rule.When.Tree().OfType<TermsCondition>()
        let common = Deciding(terms).Where(IsCommon).ToList()
        where common.Count > 0
        select LintFinding.At(rule, terms.Position, LintCodes.CommonWord, $"{rule.Id} looks for {Named(common)}, which any article may use as {(common.Count == 1 ? (Told)"an ordinary word" : "ordinary words")}; write a phrase that says what is meant, such as 'the word and its neighbour', or ask for two places with 'atLeast: 2'");

    /// <summary>The phrases of which one alone can make the condition hold.</summary>
    private static IEnumerable<string> Deciding(TermsCondition terms) => terms switch
    {
        { AtLeast: > 1 } or { All.Length: > 1 } => [],
        { All.Length: 1 } => terms.All,
        _ => terms.Phrases,
    };

    private static bool IsCommon(string phrase)
    {
        var words = Phrase.Of(phrase, phrase)?.Words ?? [];
        return (words.Length == 1 && OrdinaryWords.Contains(words[0])) || words.All(OrdinaryWords.IsParticle);
    }

    private static Told Named(List<string> words) =>
        words.Count > 3 ? (Told)$"{Words.Quoted(words.Take(3).Select(w => Words.Short(w)))} and {words.Count - 3} more" : Words.Quoted(words.Select(w => Words.Short(w)));
}
