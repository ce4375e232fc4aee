namespace LabelService.Engine.Reading;

/// <summary>One kind of HTML element. Elements of the same <see cref="Group"/> end each other where their end tags may be left out.</summary>
internal sealed record HtmlElement(string Name, ElementTraits Traits, ElementGroup Group = ElementGroup.None, BlockKind? Kind = null)
{
    public bool Is(ElementTraits trait) => (Traits & trait) != 0;
}

/// <summary>Groups of elements that end their like.</summary>
internal enum ElementGroup : byte
{
    None,
    Paragraph,
    Item,
    Term,
    Cell,
    Row,
    RowGroup,
    Table,
    Heading,
    Anchor,
    Button,
    Option,
    Ruby,
    Article,
    Quote,
    Form,

    /// <summary><c>html</c>, <c>head</c> and <c>body</c>: there whether written or not, so nothing depends on them.</summary>
    Document,
}
