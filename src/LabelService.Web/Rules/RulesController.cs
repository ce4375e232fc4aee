using System.Collections.Immutable;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Rules;

/// <summary>The rules that are loaded.</summary>
[ApiController]
[Route("v1/rules")]
internal sealed class RulesController(RulesetHolder rulesets) : ControllerBase
{
    [HttpGet]
    [Scope(Scopes.Admin, Playground = true)]
    [ProducesResponseType<RuleList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("List the loaded packs and rules")]
    public IActionResult List()
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return new RefusalResult(RulesetHolder.NothingLoaded);
        }

        var packs = ruleset.Packs.Select(p => new PackView(p.Id, p.Version, p.Jurisdiction, p.Title));
        return Ok(new RuleList(ruleset.Version, [.. packs], [.. ruleset.Packs.SelectMany(p => p.Rules).Select(r => RuleView.Of(r, ruleset))]));
    }

    [HttpGet("{id}")]
    [Scope(Scopes.Admin, Playground = true)]
    [ProducesResponseType<RuleView>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Read one rule")]
    public IActionResult Read(string id)
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return new RefusalResult(RulesetHolder.NothingLoaded);
        }

        var rule = ruleset.Packs.SelectMany(p => p.Rules).FirstOrDefault(r => r.Id == id);
        return rule is null ? new RefusalResult(Refusal.NotFound("There is no such rule; GET /v1/rules lists them.")) : Ok(RuleView.Of(rule, ruleset));
    }
}

/// <param name="Ruleset">The version of the ruleset that these rules are part of.</param>
internal sealed record RuleList(string Ruleset, ImmutableArray<PackView> Packs, ImmutableArray<RuleView> Rules);

internal sealed record PackView(string Id, string Version, string Jurisdiction, ImmutableSortedDictionary<string, string> Title);
