using System.Collections.Immutable;
using LabelService.Web.Http;
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
        var key = Caller.Of(HttpContext).Key!;
        var most = limits.Value;
        return new KeyView(
            key.Id, key.Name, key.Site, key.IsTest ? "test" : "live", key.Scopes,
            new KeyLimits(most.MaxBodyBytes, most.RequestsPerMinute == 0 ? null : most.RequestsPerMinute));
    }
}

/// <param name="Mode"><c>live</c>, or <c>test</c>: stores nothing and opens no review.</param>
internal sealed record KeyView(string Id, string Name, string Site, string Mode, ImmutableArray<string> Scopes, KeyLimits Limits);

/// <param name="MaxBodyBytes">Bytes of one request, or of one line of a batch.</param>
/// <param name="RequestsPerMinute">Null: no limit.</param>
internal sealed record KeyLimits(int MaxBodyBytes, int? RequestsPerMinute);
