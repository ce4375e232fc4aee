using LabelService.Engine.Facts;

namespace LabelService.Engine.Reconciling;

/// <summary>Words that make a notice only where they stand alone on their line: "Advertising" does, "Advertising has grown" does not.</summary>
internal static class LineNotices
{
    public static bool Hold(ArticleFacts facts, NoticeFact notice)
    {
        if (notice.Form.Shape != NoticeShape.Line || facts.Article.Field(notice.Field) is not { } field)
        {
            return true;
        }

        var block = field.Blocks.FirstOrDefault(b => b.Start <= notice.Start && notice.End <= b.End);
        return IsBare(LastLine(field.Text.AsSpan(block.Start, notice.Start - block.Start)))
            && IsBare(FirstLine(field.Text.AsSpan(notice.End, Math.Max(0, block.End - notice.End))));
    }

    private static ReadOnlySpan<char> LastLine(ReadOnlySpan<char> text) => text[(text.LastIndexOf('\n') + 1)..];

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

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
}
