using System.Xml;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>What an export says before its items: the address of the blog and the names of its authors.</summary>
internal sealed class ExportBlog
{
    private readonly Dictionary<string, string> _authors = new(StringComparer.Ordinal);
    private string? _login;

    /// <summary>The id under which the plugin for WordPress sends the articles of this blog, but for the number of the post.</summary>
    public string Prefix { get; private set; } = "wp:";

    public string? AuthorOf(string? login) => login is { Length: > 0 } ? _authors.GetValueOrDefault(login, login) : null;

    public void Read(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "base_blog_url" or "base_site_url" when Uri.TryCreate(Text(reader), UriKind.Absolute, out var home) && (Prefix == "wp:" || reader.LocalName == "base_blog_url"):
                Prefix = $"wp:{home.IdnHost.ToLowerInvariant()}{(home.IsDefaultPort ? "" : "." + home.Port)}{home.AbsolutePath.TrimEnd('/')}:";
                break;
            case "author_login":
                _login = Text(reader);
                break;
            case "author_display_name" when _login is { } login && Text(reader) is { Length: > 0 } name:
                _authors[login] = name;
                break;
        }
    }

    /// <summary>The text of a leaf, with the reader left on its end.</summary>
    public static string Text(XmlReader reader)
    {
        using var leaf = reader.ReadSubtree();
        leaf.Read();
        return leaf.ReadElementContentAsString().Trim();
    }
}
