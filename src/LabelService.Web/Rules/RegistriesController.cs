using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Registries;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Rules;

/// <summary>The registries that are loaded, and a search in them.</summary>
[ApiController]
[Route("v1/registries")]
internal sealed class RegistriesController(RulesetHolder rulesets) : ControllerBase
{
    private const int MaximumLimit = 200;
    private const int MaximumQuery = 200;

    [HttpGet]
    [Scope(Scopes.Admin, Playground = true)]
    [ProducesResponseType<RegistryList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("List the loaded registries")]
    public IActionResult List() => rulesets.Current.Ruleset is { } ruleset
        ? Ok(new RegistryList(ruleset.Version, [.. ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(RegistryView.Of)]))
        : new RefusalResult(RulesetHolder.NothingLoaded);

    [HttpGet("{id}/entities")]
    [Scope(Scopes.Admin, Playground = true)]
    [ProducesResponseType<EntityPage>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 503)]
    [EndpointSummary("Search a registry")]
    [EndpointDescription("q is looked for in names, aliases, domains and accounts; limit is 1 to 200 (50 where absent); cursor is the last answer's next.")]
    public IActionResult Entities(string id, [FromQuery] string? q, [FromQuery] string? cursor, [FromQuery] string? limit)
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return new RefusalResult(RulesetHolder.NothingLoaded);
        }

        if (!ruleset.Registries.TryGetValue(id, out var registry))
        {
            return new RefusalResult(Refusal.NotFound("There is no such registry; GET /v1/registries lists them."));
        }

        var count = 50;
        if ((limit is not null && !int.TryParse(limit, out count)) || count is < 1 or > MaximumLimit)
        {
            return new RefusalResult(Refusal.Invalid("limit", $"must be a number from 1 to {MaximumLimit}."));
        }

        return q?.Length > MaximumQuery
            ? new RefusalResult(Refusal.Invalid("q", $"must have at most {MaximumQuery} characters."))
            : Ok(EntityPage.Of(registry, q, cursor, count));
    }

    [HttpGet("{id}/entities/{entityId}")]
    [Scope(Scopes.Admin, Playground = true)]
    [ProducesResponseType<EntityDetails>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Read one entity of a registry")]
    [EndpointDescription("The entity as the registry's file has it, where and when the list was retrieved, and the forms by which texts are searched for it, each with how sure a find by it is.")]
    public IActionResult Entity(string id, string entityId)
    {
        if (rulesets.Current.Ruleset is not { } ruleset)
        {
            return new RefusalResult(RulesetHolder.NothingLoaded);
        }

        return ruleset.Registries.TryGetValue(id, out var registry) && registry.Entities.FirstOrDefault(e => e.Id == entityId) is { } entity
            ? Ok(EntityDetails.Of(registry, entity, new RegistrySearch(ruleset).Forms(entity)))
            : new RefusalResult(Refusal.NotFound("There is no such entity; GET /v1/registries/{id}/entities?q= finds them."));
    }
}

internal sealed record RegistryList(string Ruleset, ImmutableArray<RegistryView> Registries);

internal sealed record RegistryView(
    string Id, ImmutableSortedDictionary<string, string> Title, string Jurisdiction, string? SourceUrl, string? Licence,
    DateOnly? Retrieved, int? FreshForDays, int Entities)
{
    public static RegistryView Of(Registry r) =>
        new(r.Id, r.Title, r.Jurisdiction, r.SourceUrl, r.Licence, r.Retrieved, r.FreshForDays, r.Entities.Length);
}
