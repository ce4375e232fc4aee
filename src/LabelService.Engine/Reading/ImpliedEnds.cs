namespace LabelService.Engine.Reading;

/// <summary>End tags that may be left out (HTML standard, section 13.1.2.4): which open elements a start tag ends.</summary>
internal static class ImpliedEnds
{
    /// <returns>The outermost open element that ends before this one begins, an index; -1 where none does.</returns>
    public static int Before(HtmlElement element, OpenElements open)
    {
        var own = element.Group switch
        {
            ElementGroup.Item => NearestItem(open, ElementGroup.Item),
            ElementGroup.Term => NearestItem(open, ElementGroup.Term),
            ElementGroup.Cell => NearestOfTable(open, ElementGroup.Cell),
            ElementGroup.Row => NearestOfTable(open, ElementGroup.Row),
            ElementGroup.RowGroup => NearestOfTable(open, ElementGroup.RowGroup) is var group and >= 0 ? group : NearestOfTable(open, ElementGroup.Row),
            ElementGroup.Anchor or ElementGroup.Button => NearestInline(open, element.Group),
            ElementGroup.Heading or ElementGroup.Option or ElementGroup.Ruby => Innermost(open, element.Group),
            _ => -1,
        };
        return own >= 0 || !element.Is(ElementTraits.EndsParagraph) ? own : NearestParagraph(open);
    }

    private static int NearestItem(OpenElements open, ElementGroup group) =>
        Nearest(open, group, static e => e.Is(ElementTraits.Breaks) && e.Name is not ("address" or "div" or "p"));

    private static int NearestOfTable(OpenElements open, ElementGroup group) =>
        Nearest(open, group, static e => e.Group == ElementGroup.Table);

    private static int NearestInline(OpenElements open, ElementGroup group) =>
        Nearest(open, group, static e => e.Is(ElementTraits.Breaks) && e.Group != ElementGroup.Button);

    private static int NearestParagraph(OpenElements open) =>
        Nearest(open, ElementGroup.Paragraph, static e => e.Is(ElementTraits.Scope) || e.Group == ElementGroup.Button);

    private static int Innermost(OpenElements open, ElementGroup group) => Nearest(open, group, static _ => true);

    private static int Nearest(OpenElements open, ElementGroup group, Func<HtmlElement, bool> isBoundary)
    {
        if (!open.Has(group))
        {
            return -1;
        }

        for (var i = open.Count - 1; i >= 0; i--)
        {
            ref readonly var element = ref open[i];
            if (element.IsBarrier)
            {
                return -1;
            }

            if (element.Element.Group == group)
            {
                return i;
            }

            if (isBoundary(element.Element))
            {
                return -1;
            }
        }

        return -1;
    }
}
