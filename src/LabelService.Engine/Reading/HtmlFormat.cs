namespace LabelService.Engine.Reading;

/// <summary>HTML: the text that a reader of the page sees, read in one pass without a tree.</summary>
internal static class HtmlFormat
{
    /// <exception cref="Model.CheckRefusedException">More than 512 elements are open at once.</exception>
    public static ReadField Read(string path, string source)
    {
        using var writer = new BlockWriter(source);
        var reader = new MarkupReader(source, writer);
        HtmlTags.Read(source, 0, reader);
        reader.CloseAll();
        return writer.ToField(path);
    }
}
