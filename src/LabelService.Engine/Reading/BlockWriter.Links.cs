using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>Links and the range of their words.</summary>
internal sealed partial class BlockWriter
{
    private readonly List<Link> _links = [];

    /// <summary>The link whose words are being written, an index; -1 for none. Links do not nest.</summary>
    private int _openLink = -1;

    private bool _hasLinkText;

    public void BeginLink(string href, string? rel, int sourceStart, int sourceEnd)
    {
        EndLink();
        _openLink = _links.Count;
        _hasLinkText = false;
        _links.Add(new Link(href, _length, _length, rel, sourceStart, sourceEnd));
    }

    public void EndLink()
    {
        if (_openLink >= 0 && _hasLinkText)
        {
            _links[_openLink] = _links[_openLink] with { End = _length };
        }

        _openLink = -1;
    }

    /// <summary>A link without words, such as a canonical one.</summary>
    public void AddLink(string href, string? rel, int sourceStart, int sourceEnd) =>
        _links.Add(new Link(href, _length, _length, rel, sourceStart, sourceEnd));

    private void BeginLinkText()
    {
        if (_openLink >= 0 && !_hasLinkText)
        {
            _hasLinkText = true;
            _links[_openLink] = _links[_openLink] with { Start = _length, End = _length };
        }
    }

    /// <summary>White space at the end of a block is gone, and so are the links' ends in it.</summary>
    private void TrimLinks()
    {
        for (var i = _links.Count - 1; i >= 0 && (_links[i].End > _length || _links[i].Start > _length); i--)
        {
            _links[i] = _links[i] with { Start = Math.Min(_links[i].Start, _length), End = Math.Min(_links[i].End, _length) };
        }
    }

    private ImmutableArray<Link> Links()
    {
        EndLink();
        return [.. _links];
    }
}
