using LabelService.Engine.Reading;

namespace LabelService.Engine.Finding;

/// <summary>The lead that comes in a field of its own.</summary>
internal static class Standfirst
{
    /// <summary>Blocks at the top of a body in which a lead is repeated: behind a headline, a byline and a date.</summary>
    private const int TopBlocks = 4;

    /// <summary>The lead as readers see it above the body; null where there is none, or where the body repeats it at its top.</summary>
    public static string? AboveBody(ReadArticle article)
    {
        if (article.Field("lead")?.Text.Trim() is not { Length: > 0 } lead)
        {
            return null;
        }

        foreach (var block in article.Body.Blocks.AsSpan()[..Math.Min(TopBlocks, article.Body.Blocks.Length)])
        {
            if (LineReader.SameText(article.Body.Span(block), lead))
            {
                return null;
            }
        }

        return lead;
    }
}
