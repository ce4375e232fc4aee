using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Sweeps;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Sweeps;

/// <summary>Re-checks of stored articles after a change of rules, registers or the day.</summary>
[ApiController]
[Route("v1/sweeps")]
[Scope(Scopes.Admin, Roles = [PersonRoles.Senior])]
internal sealed class SweepsController(SweepBook book, SweepOrders orders) : ControllerBase
{
    private const int LargestBody = 4 << 10;

    private SweepCaller Asking => Caller.Of(HttpContext) is { Person: { } person } ? SweepCaller.Of(person) : SweepCaller.OfKey(Caller.Of(HttpContext).Key!.Id);

    [HttpPost]
    [TakesBody(typeof(SweepRequest))]
    [ProducesResponseType<SweepReport>(StatusCodes.Status202Accepted, "application/json")]
    [Refuses(400, 409, 413, 503)]
    [EndpointSummary("Look at stored articles again")]
    [EndpointDescription("A change of rules, registers or the day does so by itself. scope is all (every stored article, where absent) or changed (what the last change can touch); dryRun counts and shows samples and changes nothing; site narrows. Follow the progress by GET /v1/sweeps/{id}.")]
    public async Task<IActionResult> Start()
    {
        var read = await BodyReader.ReadAsync(Request, "application/json", LargestBody, HttpContext.RequestAborted);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var started = await orders.StartAsync(body.Memory, Asking, HttpContext.RequestAborted);
        return started.IsRefused ? new RefusalResult(started.Refusal) : Accepted($"/v1/sweeps/{started.Value.Id}", started.Value);
    }

    [HttpGet]
    [ProducesResponseType<SweepList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("List sweeps, the newest first")]
    [EndpointDescription("before continues where a page ended. Sweeps are kept for 90 days.")]
    public async Task<IActionResult> List([FromQuery] long? before) => Ok(await book.ListAsync(before, HttpContext.RequestAborted));

    [HttpGet("{id}")]
    [ProducesResponseType<SweepReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Read how far a sweep is and what it found")]
    [EndpointDescription("State: planned, counting (looks at articles and changes nothing), waiting (would change more than Sweeps__ConfirmAbove: confirm or cancel it), applying, done, cancelled. Each article whose labels change has an event labels.changed.")]
    public Task<IActionResult> Find(string id) => AnswerAsync(book.FindAsync(id, Asking, HttpContext.RequestAborted));

    [HttpPost("{id}/pause")]
    [ProducesResponseType<SweepReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(403, 404, 409, 503)]
    [EndpointSummary("Hold a sweep")]
    public Task<IActionResult> Pause(string id) => AnswerAsync(orders.PauseAsync(id, Asking, HttpContext.RequestAborted));

    [HttpPost("{id}/resume")]
    [ProducesResponseType<SweepReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(403, 404, 409, 503)]
    [EndpointSummary("Let a held sweep go on where it was")]
    public Task<IActionResult> Resume(string id) => AnswerAsync(orders.ResumeAsync(id, Asking, HttpContext.RequestAborted));

    [HttpPost("{id}/cancel")]
    [ProducesResponseType<SweepReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(403, 404, 409, 503)]
    [EndpointSummary("End a sweep before its end")]
    [EndpointDescription("What it has changed stays changed.")]
    public Task<IActionResult> Cancel(string id) => AnswerAsync(orders.CancelAsync(id, Asking, HttpContext.RequestAborted));

    [HttpPost("{id}/confirm")]
    [ProducesResponseType<SweepReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(403, 404, 409, 503)]
    [EndpointSummary("Let a sweep change more articles than go by themselves")]
    public Task<IActionResult> Confirm(string id) => AnswerAsync(orders.ConfirmAsync(id, Asking, HttpContext.RequestAborted));

    [HttpGet("{id}/results")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(400, 404, 503)]
    [EndpointSummary("Download all articles that a sweep changes")]
    [EndpointDescription("format is csv or jsonl. In a spreadsheet no cell is run as a formula.")]
    public async Task<IActionResult> Results(string id, [FromQuery] string format = "csv")
    {
        if (format is not ("csv" or "jsonl"))
        {
            return new RefusalResult(Refusal.Invalid("format", "must be csv or jsonl."));
        }

        var found = await book.ResultsAsync(id, Asking, HttpContext.RequestAborted);
        if (found.IsRefused)
        {
            return new RefusalResult(found.Refusal);
        }

        Response.ContentType = format == "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson";
        Response.Headers.ContentDisposition = $"attachment; filename={id}.{format}";
        await using var output = new StreamWriter(Response.Body, leaveOpen: true);
        await SweepExport.WriteAsync(found.Value, format, output, HttpContext.RequestAborted);
        return new EmptyResult();
    }

    private async Task<IActionResult> AnswerAsync(Task<Answer<SweepReport>> asked)
    {
        var answer = await asked;
        return answer.IsRefused ? new RefusalResult(answer.Refusal) : Ok(answer.Value);
    }
}
