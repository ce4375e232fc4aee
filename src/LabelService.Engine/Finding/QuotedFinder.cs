using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>Finds the agencies and outlets that a text cites: a name beside a reporting word, such as "as TASS explains".</summary>
internal static class QuotedFinder
{
    /// <summary>Words that may stand between the cue and the name.</summary>
    private static readonly string[] Between =
        ["the", "agency", "news agency", "agency's", "агентство", "агентство новостей", "информагентство", "телеканал", "газета", "издание", "журнал", "портал", "сайт", "агентства", "издания", "телеканала", "в", "а"];

    private const int LongestBetween = 24;

    /// <summary>Whether the name at a range is cited there.</summary>
    public static bool IsCited(FieldScan scan, int start, int end)
    {
        foreach (var hit in scan.HitsAround(start - LongestBetween, end + LongestBetween))
        {
            if (hit.Phrase.Meaning is CueSide side
                && ((side.HasFlag(CueSide.NameBefore) && hit.Start >= end && Adjoins(scan.Field, end, hit.Start))
                    || (side.HasFlag(CueSide.NameAfter) && hit.End <= start && Adjoins(scan.Field, hit.End, start))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An acronym that nobody listed, in the one construction that leaves no doubt: "as NNN explains".</summary>
    public static (int Start, int End)? Acronym(ReadField field, PhraseHit cue)
    {
        if (cue.Phrase.Meaning is not CueSide side || !side.HasFlag(CueSide.NameBefore))
        {
            return null;
        }

        var text = field.Text;
        var end = cue.Start;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsUpper(text[start - 1]))
        {
            start--;
        }

        var before = text.AsSpan(0, start);
        var named = end - start is >= 2 and <= 6 && (before.EndsWith("as ", StringComparison.OrdinalIgnoreCase) || before.EndsWith("как ", StringComparison.OrdinalIgnoreCase));
        return named ? (start, end) : null;
    }

    private static bool Adjoins(ReadField field, int from, int to)
    {
        if (to < from || to - from > LongestBetween)
        {
            return false;
        }

        var gap = field.Text.AsSpan(from, to - from).Trim(" \u00A0«»\"“”„,");
        if (gap.IsEmpty)
        {
            // A comma alone parts "…, TASS" from "reports" of somebody else only rarely; a stop or a line end always.
            return !field.Text.AsSpan(from, to - from).ContainsAny("\n.;:!?");
        }

        foreach (var word in Between)
        {
            if (gap.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
