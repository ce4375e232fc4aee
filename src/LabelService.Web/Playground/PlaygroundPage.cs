namespace LabelService.Web.Playground;

/// <summary>What the page at <c>/</c> is rendered from.</summary>
internal sealed record PlaygroundPage(PageLook Look) : SitePage(Look)
{
    public string Sample => PlaygroundTexts.Sample(Language);
}
