namespace LabelService.Engine.Packs.Conditions;

/// <summary>
/// Finds in a regular expression what may repeat without an end and is more than a sign or blanks: any character, a negated class, a class
/// with letters of all kinds, a group. The expression is known to be one that runs in linear time.
/// </summary>
internal static class UnboundedPart
{
    private const string Wide = "wWSD";

    /// <returns>The part with its quantifier, such as <c>.*</c>; null where every such part has an end.</returns>
    public static string? Of(string regex)
    {
        for (var at = 0; at < regex.Length;)
        {
            var (end, isWide) = Atom(regex, at);
            var quantifier = Quantifier(regex, end);
            if (isWide && IsUnbounded(quantifier))
            {
                return regex[at..end] + quantifier;
            }

            at = end + quantifier.Length;
        }

        return null;
    }

    /// <summary>The same part with an end, to show what would be right.</summary>
    public static string Bounded(string part) => part[^1] switch
    {
        '*' => part[..^1] + "{0,80}",
        '+' => part[..^1] + "{1,80}",
        _ => part[..^1] + "80}",
    };

    /// <summary>One character, class or sign of a group; a group counts as wide by its closing bracket.</summary>
    internal static (int End, bool IsWide) Atom(string regex, int at) => regex[at] switch
    {
        '\\' when at + 2 < regex.Length && regex[at + 1] is 'p' or 'P' && regex[at + 2] == '{' => (Math.Max(regex.IndexOf('}', at), at + 1) + 1, true),
        '\\' => (Math.Min(at + 2, regex.Length), at + 1 < regex.Length && Wide.Contains(regex[at + 1], StringComparison.Ordinal)),
        '[' => Class(regex, at),
        '.' or ')' => (at + 1, true),
        '(' when regex.AsSpan(at).StartsWith("(?") => (HeadEnd(regex, at), false),
        _ => (at + 1, false),
    };

    private static (int End, bool IsWide) Class(string regex, int at)
    {
        var isWide = at + 1 < regex.Length && regex[at + 1] == '^';
        var i = at + (isWide ? 2 : 1);
        // A bracket that comes first is a sign like any other.
        for (var first = true; i < regex.Length && (regex[i] != ']' || first); i++, first = false)
        {
            if (regex[i] == '\\' && ++i < regex.Length)
            {
                isWide |= Wide.Contains(regex[i], StringComparison.Ordinal) || regex[i] is 'p' or 'P';
            }
        }

        return (Math.Min(i + 1, regex.Length), isWide);
    }

    /// <summary>Behind <c>(?:</c>, <c>(?i:</c>, <c>(?&lt;name&gt;</c>; <c>(?m)</c> ends with its own bracket.</summary>
    private static int HeadEnd(string regex, int at)
    {
        var i = at + 2;
        while (i < regex.Length && regex[i] is not (':' or '>' or ')'))
        {
            i++;
        }

        return Math.Min(i + 1, regex.Length);
    }

    internal static string Quantifier(string regex, int at)
    {
        if (at >= regex.Length || regex[at] is not ('*' or '+' or '?' or '{'))
        {
            return "";
        }

        var end = regex[at] == '{' ? regex.IndexOf('}', at) + 1 : at + 1;
        return end == 0 || (regex[at] == '{' && !char.IsAsciiDigit(regex[at + 1])) ? "" : regex[at..end];
    }

    private static bool IsUnbounded(string quantifier) => quantifier is "*" or "+" || quantifier.EndsWith(",}", StringComparison.Ordinal);
}
