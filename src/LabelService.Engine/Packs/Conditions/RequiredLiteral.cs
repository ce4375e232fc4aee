namespace LabelService.Engine.Packs.Conditions;

/// <summary>Finds a run of characters that is in whatever a regular expression matches. Where the expression is not plain enough to tell, there is none.</summary>
internal static class RequiredLiteral
{
    /// <returns>The longest run; empty where none is certain.</returns>
    public static string Of(string regex)
    {
        var (longest, run) = ("", "");
        for (var at = 0; at < regex.Length;)
        {
            if (regex[at] == '|' || IsUnclear(regex, at))
            {
                return "";
            }

            var (end, literal) = Atom(regex, at);
            var quantifier = UnboundedPart.Quantifier(regex, end);
            if (literal is { } c && quantifier.Length == 0)
            {
                run += c;
            }
            else
            {
                run = "";
            }

            longest = run.Length > longest.Length ? run : longest;
            // A quantifier may be lazy.
            at = end + quantifier.Length + (quantifier.Length > 0 && end + quantifier.Length < regex.Length && regex[end + quantifier.Length] == '?' ? 1 : 0);
        }

        return longest;
    }

    /// <summary>Characters by number, and options that change how the rest is read.</summary>
    private static bool IsUnclear(string regex, int at) =>
        (regex[at] == '\\' && (at + 1 >= regex.Length || regex[at + 1] is 'u' or 'x' or 'c' or 'k' or 'Q' || char.IsAsciiDigit(regex[at + 1])))
        || (regex[at] == '(' && at + 2 < regex.Length && regex[at + 1] == '?' && Options(regex, at + 2).Contains('x', StringComparison.Ordinal))
        || regex[at] == '#' || regex.AsSpan(at).StartsWith("(?#");

    private static string Options(string regex, int at) => new([.. regex.Skip(at).TakeWhile(c => char.IsAsciiLetter(c) || c == '-')]);

    /// <summary>The end of the part that begins here, and its character where it is one that stands for itself.</summary>
    private static (int End, char? Literal) Atom(string regex, int at) => regex[at] switch
    {
        '(' => (GroupEnd(regex, at), null),
        '\\' when !char.IsAsciiLetterOrDigit(regex[at + 1]) => (at + 2, regex[at + 1]),
        '[' or '\\' => (UnboundedPart.Atom(regex, at).End, null),
        '.' or '^' or '$' or ')' => (at + 1, null),
        var c => (at + 1, c),
    };

    private static int GroupEnd(string regex, int at)
    {
        var depth = 0;
        for (var i = at; i < regex.Length;)
        {
            depth += regex[i] switch { '(' => 1, ')' => -1, _ => 0 };
            i = regex[i] is '\\' or '[' ? UnboundedPart.Atom(regex, i).End : i + 1;
            if (depth == 0)
            {
                return i;
            }
        }

        return regex.Length;
    }
}
