using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>
/// Finds declared age marks: "18+" where it stands as a mark (alone in a block, behind a label, beside a notice, in brackets after a
/// headline), never where it counts people ("athletes aged 16+").
/// </summary>
internal static class AgeMarkFinder
{
    private static readonly string[] Labels =
    [
        "возрастное ограничение", "возрастная категория", "возрастной рейтинг", "возрастная маркировка", "ограничение по возрасту",
        "age rating", "age restriction", "age limit", "rated", "rating",
    ];

    /// <summary>What only the line about the publisher says.</summary>
    private static readonly string[] Imprints =
    [
        "сетевое издание", "учредитель", "свидетельство о регистрации", "свидетельство эл", "эл № фс", "эл №фс", "регистрационный номер", "зарегистрировано федеральной", "зарегистрировано роскомнадзор",
        "средство массовой информации", "главный редактор", "registered mass medi",
    ];

    /// <summary>Longest block, in UTF-16 units, in which a mark in words counts: longer is a text about such marks.</summary>
    private const int LongestPhraseBlock = 160;

    /// <summary>Longest run of blanks and marks, in UTF-16 units, between a notice and the mark beside it.</summary>
    private const int LongestGap = 80;

    public static void Find(FieldScan scan, FactIndex index, List<AgeMarkFact> found)
    {
        var text = scan.Field.Text;
        for (var plus = text.IndexOf('+'); plus >= 0; plus = text.IndexOf('+', plus + 1))
        {
            var start = NumberStart(text, plus);
            if (start < plus && scan.BlockAt(start) is >= 0 and var block && IsMark(scan, block, start, plus + 1))
            {
                AddMark(scan, index, text[start..plus].Trim() + "+", start, plus + 1, found);
            }
        }

        foreach (var hit in scan.Hits)
        {
            if (hit.Phrase.Meaning is AgePhrase phrase && scan.BlockAt(hit.Start) is >= 0 and var block
                && scan.Field.Blocks[block] is var b && b.End - b.Start <= LongestPhraseBlock)
            {
                found.Add(Fact(scan, phrase.Scale.Id, phrase.Mark.Value, hit.Start, hit.End));
            }
        }
    }

    public static void FindAttribute(CheckRequest request, FactIndex index, List<AgeMarkFact> found)
    {
        if (request.Article.Attributes is not { } attributes || !attributes.TryGetValue("ageMark", out var value)
            || value.ValueKind != System.Text.Json.JsonValueKind.String)
        {
            return;
        }

        var mark = value.GetString()!.Trim();
        foreach (var scale in index.AgeScales.Where(s => s.Rank(mark) >= 0))
        {
            found.Add(new AgeMarkFact(scale.Id, mark, EvidenceOf.Attribute("ageMark", value) with { Kind = EvidenceKind.AgeMark }, "attributes.ageMark", 0, 0));
        }
    }

    private static void AddMark(FieldScan scan, FactIndex index, string value, int start, int end, List<AgeMarkFact> found)
    {
        foreach (var scale in index.AgeScales)
        {
            if (scale.Rank(value) >= 0)
            {
                found.Add(Fact(scan, scale.Id, value, start, end));
            }
        }
    }

    private static AgeMarkFact Fact(FieldScan scan, string scale, string value, int start, int end) =>
        new(scale, value, scan.Evidence(start, end, EvidenceKind.AgeMark), scan.Field.Path, start, end);

    private static int NumberStart(string text, int plus)
    {
        var start = plus;
        while (start > 0 && plus - start < 3 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start > 0 && (Letters.Fold(text[start - 1]) > Letters.Ignorable || text[start - 1] is '.' or '+' or ':') ? plus : start;
    }

    private static bool IsMark(FieldScan scan, int block, int start, int end)
    {
        var b = scan.Field.Blocks[block];
        var before = scan.Field.Text.AsSpan(b.Start, start - b.Start);
        var after = scan.Field.Text.AsSpan(end, b.End - end);
        var endsAfter = after.TrimStart(" \u00A0)].,;").IsEmpty || after.TrimStart(" \u00A0)]")[0] is '|' or '·' or '•' or '/';
        return BesideNotice(scan, start, end)
            || (endsAfter && (StandsAlone(before) || FollowsLabel(before) || EndsBlock(before, after)))
            || StandsInImprint(scan.Field.Span(b), before, after);
    }

    private static bool StandsAlone(ReadOnlySpan<char> before)
    {
        var left = before.TrimEnd(" \u00A0([");
        return left.IsEmpty || left[^1] is '|' or '·' or '•';
    }

    private static bool FollowsLabel(ReadOnlySpan<char> before)
    {
        var left = before.TrimEnd(" \u00A0([:—–-=");
        foreach (var label in Labels)
        {
            if (left.EndsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After the last sentence of a block, or in brackets at its end: "A film about the war (18+)".</summary>
    private static bool EndsBlock(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.TrimEnd(" \u00A0") is [.., '.' or '!' or '?' or '»' or '"' or '”' or '…']
        || (before is [.., '(' or '['] && after is [')' or ']', ..] && after[1..].TrimStart(" \u00A0.").IsEmpty);

    /// <summary>Set off in the line that says who publishes: «Сетевое издание «…». 16+. Учредитель — …».</summary>
    private static bool StandsInImprint(ReadOnlySpan<char> block, ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.TrimEnd(" \u00A0([") is [] or [.., '.' or ',' or ';' or '»' or '"' or '”' or ')' or '|' or '—' or '–' or ':']
        && after.TrimStart(" \u00A0)]") is [] or ['.' or ',' or ';' or '|' or '—' or '–' or '/', ..]
        && Contains(block, Imprints);

    private static bool Contains(ReadOnlySpan<char> block, string[] words)
    {
        foreach (var word in words)
        {
            if (block.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BesideNotice(FieldScan scan, int start, int end)
    {
        var before = scan.NoticeRanges.LastBefore(end);
        if (before is { } inside && inside.Start <= start && end <= inside.End)
        {
            return true;
        }

        return (before is { } last && IsGap(scan, last.End, start, " \u00A0.,;([—–-|\n"))
            || (scan.NoticeRanges.FirstFrom(end) is { } next && IsGap(scan, end, next.Start, " \u00A0.,;)]—–-|\n\"«"));
    }

    private static bool IsGap(FieldScan scan, int from, int to, string marks) =>
        to >= from && to - from <= LongestGap && scan.Field.Text.AsSpan(from, to - from).IndexOfAnyExcept(marks) < 0;
}
