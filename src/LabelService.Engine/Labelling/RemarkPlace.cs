using System.Text.RegularExpressions;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Labelling;

/// <summary>Where a remark goes in the source of a body. A name that is a link ends before it: links do not nest.</summary>
/// <param name="At">Position in the source.</param>
internal readonly partial record struct RemarkPlace(int At, string Html)
{
    /// <summary>Characters that mean something in Markdown, which character references take the meaning from.</summary>
    private const string Meaningful = "\\`*_[]~|";

    public static RemarkPlace Of(ReadField body, Remark remark, bool isHtml)
    {
        if (remark.IsJoined)
        {
            return new RemarkPlace(body.Map.SourceStart(remark.At), Written(remark, mayLink: !IsWithinLink(body, remark.At), isHtml));
        }

        var at = body.Map.SourceEnd(remark.At);
        if (!IsWithinLink(body, remark.At))
        {
            return new RemarkPlace(at, Written(remark, mayLink: true, isHtml));
        }

        var ends = (isHtml ? EndOfHtmlLink() : EndOfMarkdownLink()).Match(body.Source, at);
        return new RemarkPlace(at + ends.Length, Written(remark, mayLink: ends.Success, isHtml));
    }

    private static bool IsWithinLink(ReadField body, int at) => body.Links.Any(l => l.Start < at && at <= l.End);

    private static string Written(Remark remark, bool mayLink, bool isHtml)
    {
        var html = remark.Html(mayLink);
        return isHtml ? html : string.Concat(html.Select(c => Meaningful.Contains(c) ? $"&#{(int)c};" : $"{c}"));
    }

    [GeneratedRegex(@"\G(?:</(?:b|i|u|em|strong|span|mark|cite|q)\s*>)*</a\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndOfHtmlLink();

    [GeneratedRegex(@"\G[*_]{0,3}\](?:\([^()\s]*\)|\[[^\[\]]*\])", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfMarkdownLink();
}
