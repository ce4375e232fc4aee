using LabelService.Engine.Model;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Playground;

/// <summary>The page at <c>/</c>: one article in, its disclosures out. It talks to the service as any other caller does and keeps nothing.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class PlaygroundController : Controller
{
    [HttpGet("/")]
    public IActionResult Index(string? lang) => View("Index", new PlaygroundPage(PageLook.Of(this, lang)));
}

/// <summary>What the page offers to choose from, in the contract's own words.</summary>
internal static class PlaygroundChoices
{
    public static IEnumerable<string> Kinds => Kebab<ArticleKind>.Words;

    public static IEnumerable<string> Formats => Kebab<ArticleFormat>.Words;
}
