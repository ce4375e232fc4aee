using System.Text.RegularExpressions;
using LabelService.Engine.Grammar;

namespace LabelService.Engine.Packs.Templates;

/// <summary>Finds the places of a template that write the subject's name without a grammatical case.</summary>
internal static partial class BareSubject
{
    /// <summary>Signs behind which a name stands by itself: the beginning of a sentence, a list, a quotation.</summary>
    private const string Opening = ".:;!?«\"“„(—–";

    /// <summary>Whether one of them stands inside a sentence, where Russian declines it.</summary>
    public static bool StandsInSentence(string source) => Names().Matches(source).Any(m => !SaysCase(m) && !BeginsSentence(source.AsSpan(0, m.Index)));

    private static bool SaysCase(Match name) => name.Groups["filter"].Captures.Any(f => Enum.TryParse<GrammaticalCase>(f.Value, ignoreCase: true, out _));

    private static bool BeginsSentence(ReadOnlySpan<char> before) =>
        before.TrimEnd() is var rest && (rest.IsEmpty || rest[^1] == '}' && rest.EndsWith("%}", StringComparison.Ordinal) || Opening.Contains(rest[^1], StringComparison.Ordinal));

    [GeneratedRegex(@"\{\{-?\s*subject(\.name)?\s*(\|\s*(?<filter>[a-zA-Z_]+)[^|}]*)*-?\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
