using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>Whether a wording stands as its form does (a sentence of its own, in brackets behind a name, a footnote), and of whom it speaks.</summary>
internal static class NoticeShapes
{
    private const string FootnoteMarks = "*†‡¹²³⁴⁵⁶⁷⁸⁹";
    private const string Quotes = "\"«»“”„'’";

    /// <summary>Whether a block can be a footnote at all.</summary>
    public static bool BeginsWithMark(ReadOnlySpan<char> block) => FootnoteMarks.Contains(block[0], StringComparison.Ordinal);

    /// <summary>Where the notice stands if its surroundings are those of its form; null where they are not.</summary>
    public static NoticePlace? Fit(FieldScan scan, int block, CompiledForm form, WordingMatch match) => form.Form.Shape switch
    {
        NoticeShape.Inline => Inline(scan, block, form, match),
        NoticeShape.Footnote => Footnote(scan, block, form, match),
        NoticeShape.Line when !IsLine(scan, block, match) => null,
        _ => Statement(scan, block, form, match),
    };

    /// <summary>Whom a notice names: in its wording, or before it, or by its mark.</summary>
    public static RawNotice Name(FieldScan scan, NoticePlace place)
    {
        var (text, subjects) = place switch
        {
            { Slot: { } slot } => Named(scan, slot.Start, slot.End),
            { Form.Form.Shape: NoticeShape.Inline } => NamedBefore(scan, place.Mark.Start, scan.Field.Blocks[place.Block].Start),
            { Form.Form.Shape: NoticeShape.Footnote } => NamedByMark(scan, scan.Field.Text[place.Mark.Start..place.Mark.End], place.Mark.Start),
            _ => (null, []),
        };
        return new RawNotice(place.Form.Form, scan, place.Block, place.Start, place.End, text, subjects);
    }

    /// <summary>A sentence of its own: nothing but punctuation or an age mark between it and what was before.</summary>
    private static NoticePlace? Statement(FieldScan scan, int block, CompiledForm form, WordingMatch match)
    {
        var (start, end, _) = match;
        var text = scan.Field.Text;
        var first = scan.Field.Blocks[block].Start;
        // An emblem, a bullet or a bracket may open it; a word or a comma before it makes it part of somebody's sentence.
        var before = SkipBack(text, start, first, c => !char.IsLetterOrDigit(c) && !",.!?…:+".Contains(c));
        if (before >= first && !".!?…:+".Contains(text[before]))
        {
            return null;
        }

        end = WithClosingQuote(text, end, scan.Field.Blocks[block].End);
        if (end < scan.Field.Blocks[block].End && text[end] == '.')
        {
            end++;
        }

        return new NoticePlace(form, block, start, end, match.Slot, default);
    }

    /// <summary>Alone on its line: "Advertising" is a notice, "Advertising has grown" is not.</summary>
    private static bool IsLine(FieldScan scan, int block, WordingMatch match)
    {
        var (text, range) = (scan.Field.Text, scan.Field.Blocks[block]);
        var before = text.AsSpan(range.Start, match.Start - range.Start);
        var behind = text.AsSpan(match.End, range.End - match.End);
        return IsBare(before[(before.LastIndexOf('\n') + 1)..]) && IsBare(behind.IndexOf('\n') is >= 0 and var end ? behind[..end] : behind);
    }

    private static bool IsBare(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Behind the name it speaks of, in brackets or between commas or dashes.</summary>
    private static NoticePlace? Inline(FieldScan scan, int block, CompiledForm form, WordingMatch match)
    {
        var (start, end, _) = match;
        var text = scan.Field.Text;
        var first = scan.Field.Blocks[block].Start;
        var before = SkipBack(text, start, first, c => char.IsWhiteSpace(c) || c == '*');
        if (before < first || !IsSetOff(text[before], text.AsSpan(end, scan.Field.Blocks[block].End - end)))
        {
            return null;
        }

        if (text[before] == ';')
        {
            return new NoticePlace(form, block, start, end, match.Slot, (before, before)) { IsJoined = true };
        }

        if (text[before] is '(' or '[' && end < text.Length && text[end] is ')' or ']')
        {
            (start, end) = (before, end + 1);
        }

        return new NoticePlace(form, block, start, end, match.Slot, (before, before));
    }

    /// <summary>The remark in whose bracket another follows behind a semicolon: newsrooms say several statuses of one body so.</summary>
    public static NoticePlace? FirstOfBracket(FieldScan scan, NoticePlace joined, List<NoticePlace> taken)
    {
        var (text, block) = (scan.Field.Text, scan.Field.Blocks[joined.Block]);
        var end = SkipBack(text, joined.Mark.Start, block.Start, char.IsWhiteSpace) + 1;
        foreach (var place in taken)
        {
            if (place.End == end && place.Form.Form.Shape == NoticeShape.Inline && text[place.Mark.Start] is '(' or '[')
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the remark is closed as it was opened: in brackets, between commas or dashes. "X — иноагент" is a sentence about X.
    /// </summary>
    private static bool IsSetOff(char opening, ReadOnlySpan<char> behind)
    {
        var rest = behind.TrimStart(" \u00A0");
        return opening switch
        {
            '(' or '[' => true,
            ',' => rest.IsEmpty || rest[0] is ',' or '.' or ';' or ')' or ':' or '!' or '?',
            ';' => !rest.IsEmpty && rest[0] is ';' or ')' or ']',
            '—' or '–' or '-' => !rest.IsEmpty && rest[0] is '—' or '–' or '-' or ',',
            _ => false,
        };
    }

    /// <summary>Begins its line with the mark that stands behind the name in the text.</summary>
    private static NoticePlace? Footnote(FieldScan scan, int block, CompiledForm form, WordingMatch match)
    {
        var (start, end, _) = match;
        var text = scan.Field.Text;
        var first = scan.Field.Blocks[block].Start;
        var before = SkipBack(text, start, first, c => char.IsWhiteSpace(c) || "—–-=:".Contains(c) || Quotes.Contains(c));
        var markEnd = before + 1;
        var markStart = SkipBack(text, markEnd, first, FootnoteMarks.Contains) + 1;
        if (markStart == markEnd || markStart != first)
        {
            return null;
        }

        if (end < scan.Field.Blocks[block].End && text[end] == '.')
        {
            end++;
        }

        return new NoticePlace(form, block, markStart, end, match.Slot, (markStart, markEnd));
    }

    private static (string Text, IReadOnlyList<Entity> Entities) Named(FieldScan scan, int start, int end)
    {
        var text = scan.Field.Text;
        start -= start > 0 && Quotes.Contains(text[start - 1]) ? 1 : 0;
        end = WithClosingQuote(text, end, text.Length);
        var names = Names(scan, start, end, h => h.Start >= start && h.End <= end);
        if (names.Count == 0)
        {
            return (text[start..end], []);
        }

        // A whole registered name outweighs a word of it that somebody else is known by.
        var longest = names.Max(h => h.End - h.Start);
        return (text[start..end], Entities(names.Where(h => h.End - h.Start == longest)));
    }

    private static (string, IReadOnlyList<Entity>) NamedBefore(FieldScan scan, int before, int first)
    {
        var text = scan.Field.Text;
        var written = SkipBack(text, before, first, c => char.IsWhiteSpace(c) || c == '*') + 1;
        var nameEnd = SkipBack(text, written, first, Quotes.Contains) + 1;
        var names = Names(scan, nameEnd, nameEnd, h => h.End == nameEnd);
        return names.Count > 0 ? (text[names[0].Start..nameEnd], Entities(names)) : (UnknownBefore(text, written, first), []);
    }

    /// <summary>A name that no registry knows, as the text writes it; a word where nothing looks like a name.</summary>
    private static string UnknownBefore(string text, int end, int first)
    {
        var start = NameRun.Start(text, end, first);
        return start < end ? text[start..end] : WordBefore(text, SkipBack(text, end, first, Quotes.Contains) + 1, first);
    }

    private static (string, IReadOnlyList<Entity>) NamedByMark(FieldScan scan, string mark, int markAt)
    {
        var text = scan.Field.Text;
        if (!scan.Marked.TryGetValue(mark, out var marked))
        {
            scan.Marked.Add(mark, marked = new MarkedNames());
        }

        // Footnotes come in the order of the text: each reads on where the one before stopped.
        for (var at = text.IndexOf(mark, Math.Min(marked.ReadTo, markAt), StringComparison.Ordinal); at >= 0 && at < markAt; at = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal))
        {
            if (at + mark.Length < text.Length && text[at + mark.Length] == mark[0])
            {
                // A longer run of asterisks is another mark.
                at += text.AsSpan(at).IndexOfAnyExcept(mark[0]) - mark.Length;
                continue;
            }

            var (name, found) = NamedBefore(scan, at, Math.Max(0, text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1));
            marked.Name(name);
            marked.Entities.AddRange(found.Where(e => !marked.Entities.Contains(e)));
        }

        marked.ReadTo = Math.Max(marked.ReadTo, markAt);
        return (marked.Named, [.. marked.Entities]);
    }

    private static List<NameHit> Names(FieldScan scan, int start, int end, Predicate<NameHit> fits)
    {
        var names = new List<NameHit>();
        foreach (var hit in scan.NamesAround(start, end))
        {
            // In the slot of a notice a part of a name is enough; a surname that somebody else bears is not.
            if (hit.Reason is not (NameReason.OtherGivenName or NameReason.OtherInitials or NameReason.OtherPatronymic) && fits(hit))
            {
                names.Add(hit);
            }
        }

        return names;
    }

    private static List<Entity> Entities(IEnumerable<NameHit> hits) =>
        hits.Select(h => h.Entity).Distinct<Entity>(ReferenceEqualityComparer.Instance).ToList();

    private static string WordBefore(string text, int end, int first)
    {
        var start = SkipBack(text, end, first, char.IsLetterOrDigit) + 1;
        return text[start..end];
    }

    private static int SkipBack(string text, int from, int first, Func<char, bool> skip)
    {
        var at = from - 1;
        while (at >= first && skip(text[at]))
        {
            at--;
        }

        return at;
    }

    private static int WithClosingQuote(string text, int end, int limit)
    {
        while (end < limit && Quotes.Contains(text[end]))
        {
            end++;
        }

        return end;
    }
}
