using LabelService.Web.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LabelService.Web.Accounts;

/// <summary>Puts the anti-forgery token into every form that changes something, wherever it is sent, once somebody is signed in.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class SessionFormTagHelper(IHtmlGenerator html) : TagHelper
{
    /// <summary>After the framework's own, which knows forms without an address only; it has then said that the token is there.</summary>
    public override int Order => 0;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isPost = string.Equals(context.AllAttributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase);
        if (isPost && Caller.Of(ViewContext.HttpContext).IsSession && html.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
