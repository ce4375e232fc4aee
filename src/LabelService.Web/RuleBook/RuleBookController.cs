using System.Collections.Immutable;
using LabelService.Engine.Documenting;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;
using Markdig;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.RuleBook;

/// <summary>The pages at <c>/rules</c>: every loaded rule in plain words. For whoever is signed in, and without on this very machine.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class RuleBookController(RulesetHolder rulesets, RuleUse use) : Controller
{
    private const int LongestWords = 100;
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    [HttpGet("/rules")]
    public IActionResult Index(string? q, string? jurisdiction, string? status, string? lang)
    {
        var look = PageLook.Of(this, lang);
        if (Locked() is { } locked)
        {
            return locked;
        }

        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return Trouble(look, 503, "rules.fault.nothingLoaded");
        }

        var words = (q ?? "").Trim();
        words = words.Length > LongestWords ? words[..LongestWords] : words;
        var wanted = Kebab<RuleStatus>.TryParse(status ?? "", out var parsed) ? parsed : (RuleStatus?)null;
        var packs = ruleset.Packs.Where(p => string.IsNullOrEmpty(jurisdiction) || p.Jurisdiction.Equals(jurisdiction, StringComparison.OrdinalIgnoreCase))
            .Select(p => Of(p, look.Language, ruleset, words, wanted)).Where(p => !p.Rules.IsEmpty).ToImmutableArray();
        var jurisdictions = ruleset.Packs.Select(p => p.Jurisdiction).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return View("Index", new RuleListPage(look, words, jurisdiction, status, jurisdictions, packs));
    }

    [HttpGet("/rules/{id}")]
    public async Task<IActionResult> Rule(string id, string? lang, CancellationToken cancel)
    {
        var look = PageLook.Of(this, lang);
        if (Locked() is { } locked)
        {
            return locked;
        }

        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return Trouble(look, 503, "rules.fault.nothingLoaded");
        }

        if (ruleset.Packs.SelectMany(p => p.Rules).FirstOrDefault(r => r.Id == id) is not { } rule)
        {
            return Trouble(look, 404, "rules.fault.unknown");
        }

        var markdown = new RuleMarkdown(ruleset, rulesets.Files, look.Language).Of(rule);
        var title = RuleInWords.Of(rule, look.Language, ruleset.Registries).Title;
        return View("Rule", new RulePage(look, rule, title, Markdig.Markdown.ToHtml(markdown, Markdown), await use.OfAsync(id, cancel)));
    }

    private static PackRules Of(Pack pack, string language, Ruleset ruleset, string words, RuleStatus? status)
    {
        var rules = pack.Rules.Where(r => status is null || r.Status == status)
            .Select(r => (Rule: r, Words: RuleInWords.Of(r, language, ruleset.Registries)))
            .Where(r => words.Length == 0 || Texts(r.Rule, r.Words).Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase)));
        return new PackRules(pack, pack.Title.GetValueOrDefault(language) ?? pack.Id, [.. rules]);
    }

    private static IEnumerable<string> Texts(Rule rule, RuleInWords words) =>
        [rule.Id, rule.Pack, words.Title, words.When, .. words.Asks, .. rule.Require.OfType<DisclosureRequirement>().Select(d => d.Type)];

    /// <summary>Null where the caller may look.</summary>
    private LocalRedirectResult? Locked()
    {
        var caller = Caller.Of(HttpContext);
        return caller.IsVisitor || caller.Person is not null || caller.Key?.Has(Scopes.Admin) == true
            ? null
            : new LocalRedirectResult($"/sign-in?return={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
    }

    private ViewResult Trouble(PageLook look, int status, string fault)
    {
        Response.StatusCode = status;
        return View("Trouble", new RuleTroublePage(look, fault));
    }
}
