using LabelService.Engine.Facts;

namespace LabelService.Engine.Labelling;

/// <summary>Brackets behind a name that hold remarks already: a further status joins them, so that one bracket carries all.</summary>
internal static class MarkedBrackets
{
    /// <summary>Where the bracket behind this place of the body's text ends, its closing sign not counted; null where none stands there.</summary>
    public static int? EndBehind(ArticleFacts facts, int at)
    {
        var text = facts.Article.Body.Text;
        var open = PastSpaces(text, at);
        if (open >= text.Length || text[open] != '(' || (RemarkAt(facts, open) ?? RemarkAt(facts, PastSpaces(text, open + 1))) is not { } remark)
        {
            return null;
        }

        while (remark.Start > open)
        {
            var end = PastSpaces(text, remark.End);
            if (end < text.Length && text[end] == ';' && RemarkAt(facts, PastSpaces(text, end + 1)) is { } next)
            {
                remark = next;
                continue;
            }

            return end < text.Length && text[end] == ')' ? end : null;
        }

        return remark.End - 1;
    }

    /// <summary>What goes with one remark of a bracket that holds several: the semicolon between.</summary>
    public static (int Start, int End) Part(string text, int start, int end)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \u00A0");
        if (before is [.., ';'])
        {
            return (before.Length - 1, end);
        }

        var behind = PastSpaces(text, end);
        return before is [.., '('] && behind < text.Length && text[behind] == ';' ? (start, PastSpaces(text, behind + 1)) : (start, end);
    }

    private static NoticeFact? RemarkAt(ArticleFacts facts, int start) =>
        facts.Notices.FirstOrDefault(n => n.Field == "body" && n.Form.Shape == NoticeShape.Inline && n.Start == start);

    private static int PastSpaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        return at;
    }
}
