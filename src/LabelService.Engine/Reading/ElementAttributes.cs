namespace LabelService.Engine.Reading;

/// <summary>The attributes of a tag that matter for reading.</summary>
internal readonly record struct ElementAttributes
{
    /// <summary>The <c>hidden</c> attribute, an inline style that hides, or a label's link to its page.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A role that says that the element is not the article.</summary>
    public bool IsAside { get; init; }

    /// <summary>The address, decoded and trimmed.</summary>
    public string? Href { get; init; }

    public int HrefStart { get; init; }
    public int HrefEnd { get; init; }
    public string? Rel { get; init; }

    public bool IsCanonical => Href is not null && Rel is not null
        && Rel.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains("canonical", StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the tag at this range of the source.</summary>
    public static ElementAttributes Of(string source, int start, int end, HtmlElement element)
    {
        var found = default(ElementAttributes);
        if (end - start <= element.Name.Length + 2)
        {
            return found;
        }

        var hasLink = element.Group == ElementGroup.Anchor || element.Name == "link";
        var attributes = new TagAttributes(source.AsSpan(start, end - start));
        while (attributes.MoveNext())
        {
            var (from, to) = (start + attributes.Value.Start, start + attributes.Value.End);
            var name = attributes.Name;
            if (name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
            {
                found = found with { IsHidden = true };
            }
            else if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
            {
                found = found with { IsHidden = found.IsHidden || InlineStyle.Hides(CharacterReference.Decode(source, from, to)) };
            }
            else if (name.Equals("role", StringComparison.OrdinalIgnoreCase))
            {
                found = found with { IsAside = IsAsideRole(source.AsSpan(from, to - from)) };
            }
            else if (hasLink && found.Href is null && name.Equals("href", StringComparison.OrdinalIgnoreCase))
            {
                var href = CharacterReference.Decode(source, from, to).Trim();
                found = found with { Href = href, HrefStart = from, HrefEnd = to, IsHidden = found.IsHidden || AboutLink.IsAddress(href) };
            }
            else if (hasLink && name.Equals("class", StringComparison.OrdinalIgnoreCase))
            {
                found = found with { IsHidden = found.IsHidden || AboutLink.HasClass(source.AsSpan(from, to - from)) };
            }
            else if (hasLink && found.Rel is null && name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                found = found with { Rel = CharacterReference.Decode(source, from, to).Trim() };
            }
        }

        return found;
    }

    private static bool IsAsideRole(ReadOnlySpan<char> role)
    {
        role = role.Trim();
        return role.Equals("navigation", StringComparison.OrdinalIgnoreCase)
            || role.Equals("complementary", StringComparison.OrdinalIgnoreCase)
            || role.Equals("search", StringComparison.OrdinalIgnoreCase);
    }
}
