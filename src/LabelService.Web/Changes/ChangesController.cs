using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Events;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Changes;

/// <summary>What happened to a site's articles, for a CMS that asks by itself.</summary>
[ApiController]
[Route("v1/changes")]
internal sealed class ChangesController(ChangeFeed feed) : ControllerBase
{
    [HttpGet]
    [Scope(Scopes.Read)]
    [ProducesResponseType<ChangeList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 503)]
    [EndpointSummary("What has changed since a cursor")]
    [EndpointDescription("In the order in which it happened, each event once, none passed by: send the cursor of the last answer as since. type narrows (repeat it, or separate by commas): check.completed, review.opened, review.decided, review.superseded, review.question, labels.changed. more says whether to ask again at once.")]
    public async Task<IActionResult> List([FromQuery] string? since, [FromQuery] int? limit, [FromQuery] string[]? type)
    {
        ImmutableArray<string> types = [.. (type ?? []).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        var page = await feed.SinceAsync(Caller.Of(HttpContext).Site!, since, limit, types, HttpContext.RequestAborted);
        return page.IsRefused ? new RefusalResult(page.Refusal) : Ok(new ChangeList([.. page.Value.Events.Select(ChangeView.Of)], page.Value.Cursor, page.Value.More));
    }
}

internal sealed record ChangeList(ImmutableArray<ChangeView> Events, string Cursor, bool More);

/// <param name="Data">What else belongs to the event: the decisions of <c>review.decided</c>, the text of <c>review.question</c>.</param>
internal sealed record ChangeView(long Seq, string Type, DateTimeOffset At, string? ExternalId, string? Url, string? CheckId, string? ReviewId, JsonElement? Data)
{
    public static ChangeView Of(EventRow e) => new(e.Seq, e.Type, e.At, e.ExternalId, e.Url, e.CheckId, e.ReviewId, e.Data is { } data ? JsonElement.Parse(data) : null);
}
