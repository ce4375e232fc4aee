using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Webhooks;

/// <summary>Where a site is told of its changes, by the Standard Webhooks specification.</summary>
[ApiController]
[Route("v1/webhooks")]
[Scope(Scopes.Webhooks)]
internal sealed class WebhooksController(WebhookBook book, DeliveryBook deliveries) : ControllerBase
{
    private const int LargestBody = 16 << 10;

    private string Site => Caller.Of(HttpContext).Site!;

    [HttpPost]
    [TakesBody(typeof(WebhookRequest))]
    [ProducesResponseType<WebhookMade>(StatusCodes.Status201Created, "application/json")]
    [Refuses(400, 409, 503)]
    [EndpointSummary("Have a site's events delivered to an address")]
    [EndpointDescription("types narrows (none: all): check.completed, review.opened, review.decided, review.superseded, review.question, labels.changed. The secret is shown this once; deliveries are signed with it (webhook-id, webhook-timestamp, webhook-signature). Addresses that are not public are refused unless an operator allows their network.")]
    public async Task<IActionResult> Add()
    {
        var read = await BodyReader.ReadAsync(Request, "application/json", LargestBody, HttpContext.RequestAborted);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var request = StrictJson.Read(body.Memory.Span, WebhookJson.Default.WebhookRequest);
        var made = request.IsRefused ? request.Refusal : await book.AddAsync(Site, request.Value, HttpContext.RequestAborted);
        return made.IsRefused ? new RefusalResult(made.Refusal) : Created($"/v1/webhooks/{made.Value.Row.Id}", new WebhookMade(WebhookView.Of(made.Value.Row), made.Value.Secret));
    }

    [HttpGet]
    [ProducesResponseType<WebhookList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("List the site's webhooks")]
    public async Task<WebhookList> List() =>
        new([.. (await book.ListAsync(Site, HttpContext.RequestAborted)).Select(w => WebhookView.Of(w.Row) with { Waiting = w.Waiting, GivenUp = w.GivenUp })]);

    [HttpDelete("{id}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Refuses(404, 503)]
    [EndpointSummary("Remove a webhook and its log")]
    public Task<IActionResult> Remove(string id) => NothingAsync(book.RemoveAsync(id, Site, HttpContext.RequestAborted));

    [HttpPost("{id}/rotate")]
    [ProducesResponseType<WebhookMade>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Make a new secret")]
    [EndpointDescription("For 24 hours deliveries carry two signatures, of the new and of the old one.")]
    public async Task<IActionResult> Rotate(string id)
    {
        var made = await book.RotateAsync(id, Site, HttpContext.RequestAborted);
        return made.IsRefused ? new RefusalResult(made.Refusal) : Ok(new WebhookMade(WebhookView.Of(made.Value.Row), made.Value.Secret));
    }

    [HttpPost("{id}/enable")]
    [ProducesResponseType<WebhookView>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Deliver again to a webhook that was disabled")]
    [EndpointDescription("What has happened meanwhile is delivered, too.")]
    public async Task<IActionResult> Enable(string id)
    {
        var enabled = await book.EnableAsync(id, Site, HttpContext.RequestAborted);
        return enabled.IsRefused ? new RefusalResult(enabled.Refusal) : Ok(WebhookView.Of(enabled.Value));
    }

    [HttpPost("{id}/test")]
    [ProducesResponseType<DeliveryView>(StatusCodes.Status202Accepted, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Send a delivery of the type webhook.test")]
    public async Task<IActionResult> Try(string id)
    {
        var sent = await deliveries.TryAsync(id, Site, HttpContext.RequestAborted);
        return sent.IsRefused ? new RefusalResult(sent.Refusal) : Accepted(DeliveryView.Of(sent.Value));
    }

    [HttpGet("{id}/deliveries")]
    [ProducesResponseType<DeliveryList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 503)]
    [EndpointSummary("Read the log of deliveries, the newest first")]
    [EndpointDescription("state is waiting, delivered or given-up. What is over is kept for 30 days.")]
    public async Task<IActionResult> Deliveries(string id, [FromQuery] string? state, [FromQuery] long? before)
    {
        var page = await deliveries.ListAsync(id, Site, state, before, HttpContext.RequestAborted);
        return page.IsRefused ? new RefusalResult(page.Refusal) : Ok(new DeliveryList([.. page.Value.Rows.Select(DeliveryView.Of)], page.Value.Before));
    }

    [HttpPost("{id}/deliveries/{delivery}/replay")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Refuses(404, 503)]
    [EndpointSummary("Send a delivery again")]
    [EndpointDescription("With the same webhook-id.")]
    public Task<IActionResult> Replay(string id, string delivery) => NothingAsync(deliveries.ReplayAsync(id, Site, delivery, HttpContext.RequestAborted));

    private async Task<IActionResult> NothingAsync(Task<Refusal?> done) => await done is { } refusal ? new RefusalResult(refusal) : NoContent();
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(WebhookRequest))]
internal sealed partial class WebhookJson : JsonSerializerContext;

internal sealed record WebhookList(ImmutableArray<WebhookView> Webhooks);

/// <param name="Secret">Shown this once.</param>
internal sealed record WebhookMade(WebhookView Webhook, string Secret);

/// <param name="State"><c>active</c> or <c>disabled</c>.</param>
/// <param name="DisabledWhy"><c>gone</c> (the receiver answered 410), <c>failing</c> (nothing arrived for five days) or <c>asked</c>; null while it is active.</param>
/// <param name="FailingSince">Since when nothing has arrived; null while things do.</param>
internal sealed record WebhookView(
    string Id, string Url, string? Description, ImmutableArray<string> Types, string State, string? DisabledWhy, DateTimeOffset CreatedAt, DateTimeOffset? FailingSince)
{
    /// <summary>Deliveries on their way, counted up to 1,001; in the list only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Waiting { get; init; }

    /// <summary>Those that were tried as often as the schedule has it; in the list only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? GivenUp { get; init; }

    public static WebhookView Of(WebhookRow w) => new(w.Id, w.Url, w.Description, Account.Split(w.Types), w.State, w.DisabledWhy, w.CreatedAt, w.FailingSince);
}

/// <param name="Before">Where the next page begins; null on the last.</param>
internal sealed record DeliveryList(ImmutableArray<DeliveryView> Deliveries, long? Before);

/// <param name="Id">The header <c>webhook-id</c>.</param>
/// <param name="Fault">Why the last try failed: <c>status</c>, <c>redirect</c>, <c>timeout</c>, <c>address</c> or <c>connection</c>.</param>
internal sealed record DeliveryView(
    string Id, string Type, long? Sequence, string? ExternalId, string State, int Attempts, DateTimeOffset NextAt, DateTimeOffset? LastAt, int? Status, string? Fault, int? Milliseconds)
{
    public static DeliveryView Of(DeliveryRow d) => new(d.Id, d.Type, d.EventSeq, d.ExternalId, d.State, d.Attempts, d.NextAt, d.LastAt, d.LastStatus, d.LastFault, d.LastMs);
}
