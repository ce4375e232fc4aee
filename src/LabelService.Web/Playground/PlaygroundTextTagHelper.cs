using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabelService.Web.Playground;

/// <summary>
/// Writes the page's texts: <c>t="key"</c> is an element's content, <c>t-aria-label="key"</c> and the like its attributes. The keys
/// stay in the markup, so that the browser can switch the language without losing what was typed.
/// </summary>
[HtmlTargetElement("*", Attributes = "t")]
[HtmlTargetElement("*", Attributes = "t-*")]
public sealed class PlaygroundTextTagHelper : TagHelper
{
    [HtmlAttributeName("t")]
    public string? Key { get; set; }

    [HtmlAttributeName("t-for", DictionaryAttributePrefix = "t-")]
    public IDictionary<string, string> Attributes { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = (SitePage)ViewContext.ViewData.Model!;
        if (Key is not null)
        {
            output.Attributes.SetAttribute("data-t", Key);
            output.Content.SetContent(page.Text(Key));
        }

        if (Attributes.Count == 0)
        {
            return;
        }

        foreach (var (attribute, key) in Attributes)
        {
            output.Attributes.SetAttribute(attribute, page.Text(key));
        }

        output.Attributes.SetAttribute("data-t-attrs", string.Join(';', Attributes.Select(a => $"{a.Key}={a.Value}")));
    }
}
