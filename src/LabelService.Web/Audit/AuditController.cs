using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Audit;

/// <summary>The audit trail, for administrators.</summary>
[ApiController]
[Route("v1/audit")]
[PersonOnly(PersonRoles.Administrator)]
internal sealed class AuditController(AuditTrail trail, AuditVerifier verifier) : ControllerBase
{
    [HttpGet]
    [ProducesResponseType<AuditList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 503)]
    [EndpointSummary("Read the audit trail")]
    [EndpointDescription("From the newest backwards; before continues where a page ended. subject narrows to one thing (a review, check, decision, key or account by its id), what to one kind of event.")]
    public async Task<IActionResult> List([FromQuery] long? before, [FromQuery] string? subject, [FromQuery] string? what)
    {
        var page = await trail.PageAsync(before, subject, what, HttpContext.RequestAborted);
        return Ok(new AuditList([.. page.Select(AuditView.Of)], page.Length == AuditTrail.PageSize ? page[^1].Seq : null));
    }

    [HttpGet("export")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(400, 503)]
    [EndpointSummary("Download the whole audit trail, in order")]
    [EndpointDescription("format is jsonl or csv. In a spreadsheet no cell is run as a formula.")]
    public async Task<IActionResult> Export([FromQuery] string format = "jsonl")
    {
        if (!AuditTrail.Formats.Contains(format))
        {
            return new RefusalResult(Refusal.Invalid("format", $"must be one of: {string.Join(", ", AuditTrail.Formats)}."));
        }

        Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson";
        Response.Headers.ContentDisposition = $"attachment; filename=audit.{format}";
        await using var output = new StreamWriter(Response.Body, leaveOpen: true);
        await trail.ExportAsync(format, output, HttpContext.RequestAborted);
        return new EmptyResult();
    }

    [HttpGet("verify")]
    [ProducesResponseType<AuditVerdict>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("Follow the chain and say what was removed or altered")]
    public async Task<IActionResult> Verify() => Ok(await verifier.VerifyAsync(HttpContext.RequestAborted));
}

/// <param name="Before">Where the next page begins; null on the last.</param>
internal sealed record AuditList(ImmutableArray<AuditView> Rows, long? Before);

/// <param name="Data">What was before and after; null once erased.</param>
internal sealed record AuditView(long Seq, DateTimeOffset At, string ActorKind, string ActorId, string ActorName, string? Site, string What, string Subject, JsonElement? Data, string Hash)
{
    public static AuditView Of(AuditLine r) => new(
        r.Seq, r.At, r.ActorKind, r.ActorId, r.ActorName, r.Site, r.What, r.Subject, r.Data is { } json ? JsonElement.Parse(json) : null, r.Hash);
}
