namespace LabelService.Engine.Reading;

/// <summary>Markdown, read line by line until its own reading follows.</summary>
internal static class MarkdownFormat
{
    public static ReadField Read(string path, string source) => TextFormat.Read(path, source);
}
