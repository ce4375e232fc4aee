using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Accounts;

/// <summary>Whose key this is.</summary>
[ApiController]
[Route("v1/key")]
internal sealed class KeyController(IOptions<LimitsOptions> limits) : ControllerBase
{
    [HttpGet]
    [Scope(null)]
    [ProducesResponseType<KeyView>(StatusCodes.Status200OK, "application/json")]
    [EndpointSummary("Whose key this is")]
    public KeyView Read()
    {
        var caller = Caller.Of(HttpContext);
        var most = limits.Value;
        var allowed = new KeyLimits(most.MaxBodyBytes, most.RequestsPerMinute == 0 ? null : most.RequestsPerMinute);
        return caller is { Key: { } key }
            ? new KeyView(key.Id, key.Name, key.Site, key.IsTest ? "test" : "live", key.Scopes, allowed)
            : OfPerson(caller.Person!, caller.Site!, allowed);
    }

    private static KeyView OfPerson(Person person, string site, KeyLimits allowed) =>
        new(person.Id, person.Name, site, "live", [.. Scopes.All.Where(scope => ScopeAttribute.Allows(person, scope))], allowed)
        {
            Roles = person.Roles,
            Sites = person.Sites,
        };
}

/// <param name="Mode"><c>live</c>, or <c>test</c>: stores nothing and opens no review.</param>
internal sealed record KeyView(string Id, string Name, string Site, string Mode, ImmutableArray<string> Scopes, KeyLimits Limits)
{
    /// <summary>Of the person; null for a site's key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Roles { get; init; }

    /// <summary>Which sites the person sees (<c>*</c>: all); null for a site's key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Sites { get; init; }
}

/// <param name="MaxBodyBytes">Bytes of one request, or of one line of a batch.</param>
/// <param name="RequestsPerMinute">Null: no limit.</param>
internal sealed record KeyLimits(int MaxBodyBytes, int? RequestsPerMinute);
