using LabelService.Engine.Model;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace LabelService.Engine.Reading;

/// <summary>
/// Markdown: CommonMark with tables, strikethrough and a YAML front matter, which gives no text. Footnotes are left as they are
/// written, so that the text keeps the order of the source.
/// </summary>
internal static class MarkdownFormat
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseYamlFrontMatter()
        .Build();

    /// <exception cref="CheckRefusedException">The Markdown is nested too deeply, or would take too long to read.</exception>
    public static ReadField Read(string path, string source)
    {
        MarkdownBudget.Check(source);
        var document = Parse(source);
        var readable = MarkdownHtml.WithoutPrefixes(document, source);
        using var writer = new BlockWriter(readable);
        var reader = new MarkupReader(readable, writer);
        new MarkdownBlocks(readable, reader).Read(document);
        reader.CloseAll();
        return writer.ToField(path) with { Source = source };
    }

    private static MarkdownDocument Parse(string source)
    {
        try
        {
            return Markdown.Parse(source, Pipeline);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Markdig's only documented refusal is its depth limit (128 blocks); it has no exception of its own for it.
            throw new CheckRefusedException("invalid", "$.article.body",
                "The body cannot be read as Markdown: its lists, quotes or brackets are nested too deeply. "
                + "Send it with less nesting, or as HTML or plain text with the matching \"format\".");
        }
    }
}
