using LabelService.Engine.Model;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Feedback;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Checks;

/// <summary>Checks of articles: made, read again, commented on.</summary>
[ApiController]
[Route("v1/checks")]
internal sealed class ChecksController(
    CheckService checks, StoredChecks stored, FeedbackService feedback, IOptions<LimitsOptions> limits) : ControllerBase
{
    private const string Json = "application/json";

    [HttpPost]
    [Scope(Scopes.Check, Playground = true)]
    [TakesBody(typeof(CheckRequest))]
    [ProducesResponseType<CheckReport>(StatusCodes.Status200OK, Json)]
    [Refuses(409, 422, 503)]
    [EndpointSummary("Check an article")]
    [EndpointDescription("Answers what the article must carry. Stored before it is answered, unless \"store\" is false or the key is a test key. The header Idempotency-Key makes a repetition safe for 24 hours.")]
    public async Task<IActionResult> Check()
    {
        var cancel = HttpContext.RequestAborted;
        var read = await BodyReader.ReadAsync(Request, Json, limits.Value.MaxBodyBytes, cancel);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var idempotencyKey = Request.Headers[IdempotencyHeader.Name];
        if (idempotencyKey.Count > 1)
        {
            return new RefusalResult(IdempotencyHeader.Twice);
        }

        var done = await checks.CheckAsync(body.Memory, CallerOf(HttpContext), idempotencyKey, cancel);
        return done.IsRefused ? new RefusalResult(done.Refusal) : Answer(done.Value, body.Memory.Length);
    }

    [HttpGet("{id}")]
    [Scope(Scopes.Read)]
    [ProducesResponseType<CheckReport>(StatusCodes.Status200OK, Json)]
    [Refuses(404)]
    [EndpointSummary("Read a stored check")]
    public async Task<IActionResult> Read(string id)
    {
        var found = await stored.FindAsync(id, Caller.Of(HttpContext).Site!, HttpContext.RequestAborted);
        return found.IsRefused ? new RefusalResult(found.Refusal) : new JsonBytesResult(found.Value);
    }

    [HttpPost("{id}/feedback")]
    [Scope(Scopes.Check)]
    [TakesBody(typeof(FeedbackRequest))]
    [ProducesResponseType<FeedbackReceipt>(StatusCodes.Status201Created, Json)]
    [Refuses(404, 503)]
    [EndpointSummary("Say that a finding was wrong, or that one was missed")]
    public async Task<IActionResult> Comment(string id)
    {
        var cancel = HttpContext.RequestAborted;
        var read = await BodyReader.ReadAsync(Request, Json, limits.Value.MaxBodyBytes, cancel);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var kept = await feedback.AddAsync(id, body.Memory, CallerOf(HttpContext), cancel);
        return kept.IsRefused ? new RefusalResult(kept.Refusal) : StatusCode(StatusCodes.Status201Created, kept.Value);
    }

    internal static CheckCaller CallerOf(HttpContext context) => Caller.Of(context) switch
    {
        { Key: { } key } => CheckCaller.Of(key),
        { Person: { } person, IsPlayground: false } caller => new CheckCaller(person.Id, caller.Site!, Stores: true),
        _ => new CheckCaller("", "", Stores: false),
    };

    private JsonBytesResult Answer(RecordedCheck done, int bytes)
    {
        HttpContext.Features.Set(new CheckLogEntry(done.Report.Id, done.Report.Verdict, bytes, done.Report.Ruleset.Version));
        return new JsonBytesResult(done.Json);
    }
}
