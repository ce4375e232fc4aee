using System.Runtime.InteropServices;

namespace LabelService.Engine.Reading;

/// <summary>The stack of open elements, with counts so that a question about what is not open costs nothing.</summary>
internal sealed class OpenElements
{
    private readonly List<OpenElement> _stack = [];
    private readonly int[] _counts = new int[(int)ElementGroup.Document + 1];
    private int _preformatted;
    private int _asideRoot = -1;

    public int Count => _stack.Count;

    public ref readonly OpenElement this[int index] => ref CollectionsMarshal.AsSpan(_stack)[index];

    public BlockKind Kind => _stack.Count == 0 ? BlockKind.Paragraph : _stack[^1].Kind;

    public bool IsPreformatted => _preformatted > 0;

    public bool Has(ElementGroup group) => _counts[(int)group] > 0;

    public void Push(OpenElement open)
    {
        _counts[(int)open.Element.Group]++;
        _preformatted += open.Element.Is(ElementTraits.Preformatted) ? 1 : 0;
        _asideRoot = open.IsAsideRoot ? _stack.Count : _asideRoot;
        _stack.Add(open);
    }

    public OpenElement Pop()
    {
        var open = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        _counts[(int)open.Element.Group]--;
        _preformatted -= open.Element.Is(ElementTraits.Preformatted) ? 1 : 0;
        _asideRoot = open.IsAsideRoot ? -1 : _asideRoot;
        return open;
    }

    /// <summary>
    /// Whether the element begins what is not the article. A footer is the page's own unless an article or a quotation is open.
    /// </summary>
    public bool BeginsAside(HtmlElement element, bool hasAsideRole)
    {
        if (_asideRoot >= 0)
        {
            return false;
        }

        return hasAsideRole || element.Is(ElementTraits.Aside)
            || (element.Name == "footer" && !Has(ElementGroup.Article) && !Has(ElementGroup.Quote));
    }

    /// <summary>The kind of the blocks directly within a new element. A form around a whole article, as some frameworks write it, makes it no aside.</summary>
    public BlockKind KindWithin(HtmlElement element, bool isAsideRoot)
    {
        if (element.Group == ElementGroup.Article && _asideRoot >= 0 && _stack[_asideRoot].Element.Group == ElementGroup.Form)
        {
            FreeForm();
        }

        if (isAsideRoot || _asideRoot >= 0)
        {
            return BlockKind.Aside;
        }

        return element.Kind ?? Kind;
    }

    private void FreeForm()
    {
        for (var i = _asideRoot; i < _stack.Count; i++)
        {
            _stack[i] = _stack[i] with { Kind = _stack[i].Element.Kind ?? BlockKind.Paragraph, IsAsideRoot = false };
        }

        _asideRoot = -1;
    }

    public int IndexOfForeign() => _stack.FindIndex(open => open.Element.Is(ElementTraits.Foreign));

    /// <summary>Which open element an end tag ends; -1 for none.</summary>
    public int IndexToEnd(HtmlElement element)
    {
        if (element.Group != ElementGroup.None && !Has(element.Group))
        {
            return -1;
        }

        var stack = CollectionsMarshal.AsSpan(_stack);
        for (var i = stack.Length - 1; i >= 0; i--)
        {
            ref readonly var open = ref stack[i];
            if (Matches(open.Element, element))
            {
                return open.IsBarrier ? -1 : i;
            }

            if (open.IsBarrier || Stops(open.Element, element))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool Matches(HtmlElement open, HtmlElement ending) =>
        ReferenceEquals(open, ending) || open.Name == ending.Name
        || (open.Group == ElementGroup.Heading && ending.Group == ElementGroup.Heading);

    /// <summary>An inline end tag does not end a block; a block's does not leave its table cell; a cell's does not leave its table.</summary>
    private static bool Stops(HtmlElement open, HtmlElement ending)
    {
        if (!ending.Is(ElementTraits.Breaks) && !ending.Is(ElementTraits.Scope | ElementTraits.Hidden))
        {
            return open.Is(ElementTraits.Breaks);
        }

        var isOfTable = ending.Group is ElementGroup.Cell or ElementGroup.Row or ElementGroup.RowGroup or ElementGroup.Table || ending.Name == "caption";
        return isOfTable ? open.Group == ElementGroup.Table : open.Is(ElementTraits.Scope);
    }
}
