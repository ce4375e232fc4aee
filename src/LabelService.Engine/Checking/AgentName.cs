using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Facts;
using LabelService.Engine.Grammar;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Checking;

/// <summary>
/// The name that a notice gives, in the nominative: the registry's, else restored from its forms. The official form gives the name twice
/// («иностранным агентом …», «иностранного агента …»); the word before it says the case. Beside a name in the text the case is open, and
/// the remark tells the gender («признана»).
/// </summary>
internal sealed partial class AgentName(ReadArticle article)
{
    private static readonly ImmutableArray<GrammaticalCase> Nominative = [GrammaticalCase.Nominative];

    /// <summary>The prepositional needs a preposition, which a name beside a remark seldom has.</summary>
    private static readonly ImmutableArray<GrammaticalCase> Open =
        [GrammaticalCase.Nominative, GrammaticalCase.Genitive, GrammaticalCase.Dative, GrammaticalCase.Accusative, GrammaticalCase.Instrumental];

    /// <summary>Characters a name in a notice runs to; what is longer is no name.</summary>
    private const int LongestName = 300;

    public string? Of(NoticeFact notice)
    {
        if (notice.Subjects.Length > 0)
        {
            return notice.Subjects[0].Name;
        }

        var written = PlainLetters.Of(notice.SubjectText ?? "").Trim(' ', ',', ';', ':', '.');
        if (written.Length is 0 or > LongestName)
        {
            return written.Length == 0 ? null : written;
        }

        var text = PlainLetters.Of(article.Field(notice.Field)!.Text[notice.Start..notice.End]);
        var at = text.IndexOf(written, StringComparison.Ordinal);
        return at < 0 || notice.Form.Shape == NoticeShape.Inline
            ? NominativeNames.Restore([new NameForm(written, NoticeAgreement.CasesIn(text) ?? Open)], NoticeAgreement.GenderIn(text))
            : NominativeNames.Restore(Slots(text, written, at));
    }

    private static ImmutableArray<NameForm> Slots(string text, string written, int at)
    {
        var before = Agent().Matches(text[..at]);
        var behind = Agent().Matches(text, at + written.Length);
        ImmutableArray<NameForm> forms = [new NameForm(written, before.Count > 0 ? CasesOf(before[^1].Value) : Nominative)];
        if (behind.Count == 0)
        {
            return forms;
        }

        var second = text[(behind[^1].Index + behind[^1].Length)..].Trim(' ', ',', ';', ':', '.');
        return second.Length is 0 or > LongestName ? forms : forms.Add(new NameForm(second, CasesOf(behind[^1].Value)));
    }

    /// <summary>No form of notice puts the agent in the accusative or the prepositional.</summary>
    private static ImmutableArray<GrammaticalCase> CasesOf(string agent)
    {
        var cases = Enum.GetValues<GrammaticalCase>()
            .Where(@case => RussianNounTables.Nouns.Nominatives(agent.ToLowerInvariant(), NounClass.Masculine, @case).Any(found => found.Word == "агент"))
            .Where(@case => @case is not (GrammaticalCase.Accusative or GrammaticalCase.Prepositional)).ToImmutableArray();
        return cases.IsEmpty ? Nominative : cases;
    }

    [GeneratedRegex(@"(?<![\p{L}])агент(?:ом|а|у|е)?(?![\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agent();
}
