using System.Text.Json.Serialization.Metadata;
using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Reviews;

/// <summary>The queue, its items, and what a moderator does with them. A person is needed throughout: a site's key gets 403.</summary>
[ApiController]
[Route("v1/reviews")]
[PersonOnly(PersonRoles.Viewer, PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior, PersonRoles.RuleAuthor)]
internal sealed class ReviewsController(
    ReviewQueue queue, ReviewDesk desk, ClaimService claims, DecisionService decisions, UndoService undo, ReviewTalk talk) : ControllerBase
{
    private const int LargestBody = 256 << 10;

    [HttpGet]
    [ProducesResponseType<ReviewList>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 503)]
    [EndpointSummary("List what waits, the most urgent first")]
    [EndpointDescription("Narrowed by view (waiting, mine, claimed, escalated, appealed, decided), site, rule, entity, reason, language, confidenceBelow, dueWithin (minutes), olderThan (hours) and q (beginnings of words). 50 a page; next is the cursor of the page after.")]
    public async Task<IActionResult> List([FromQuery] ReviewListQuery asked)
    {
        var query = asked.Query();
        var page = query.IsRefused ? query.Refusal : await queue.PageAsync(query.Value, Me, HttpContext.RequestAborted);
        return page.IsRefused ? new RefusalResult(page.Refusal) : Ok(new ReviewList([.. page.Value.Lines.Select(ReviewLine.Of)], page.Value.Next));
    }

    [HttpGet("{id}")]
    [ProducesResponseType<ReviewView>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Read one review with its check, its article and what holds now")]
    public async Task<IActionResult> Read(string id)
    {
        var found = await desk.OpenAsync(id, Me, HttpContext.RequestAborted);
        return found.IsRefused ? new RefusalResult(found.Refusal) : Ok(ReviewView.Of(found.Value));
    }

    [HttpPost("{id}/claim")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(403, 404, 409, 503)]
    [EndpointSummary("Claim a review, or renew the claim")]
    [EndpointDescription("The lease ends at leaseUntil unless it is renewed by the same call; then anybody may claim.")]
    public Task<IActionResult> Claim(string id) => StandingAsync(claims.ClaimAsync(id, Me, HttpContext.RequestAborted));

    [HttpPost("{id}/release")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 503)]
    [EndpointSummary("Give a claim back")]
    public Task<IActionResult> Release(string id) => StandingAsync(claims.ReleaseAsync(id, Me, HttpContext.RequestAborted));

    [HttpPost("{id}/decision")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [TakesBody(typeof(DecisionRequest))]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 403, 404, 409, 503)]
    [EndpointSummary("Decide a review, or some of its questions")]
    [EndpointDescription("Approve makes a disclosure certain, reject takes it from the labels, edit makes it certain in other words. A revision that is out of date gets 409 with what happened, and nothing is changed. Where the rule asks for two persons, the first decision only proposes.")]
    public Task<IActionResult> Decide(string id) =>
        WithBodyAsync(ReviewJson.Default.DecisionRequest, request => decisions.DecideAsync(id, request, Me, null, HttpContext.RequestAborted));

    [HttpPost("{id}/escalate")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [TakesBody(typeof(ReasonRequest))]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 409, 503)]
    [EndpointSummary("Leave a review to a senior")]
    public Task<IActionResult> Escalate(string id) =>
        WithBodyAsync(ReviewJson.Default.ReasonRequest, request => talk.EscalateAsync(id, request.Reason, Me, HttpContext.RequestAborted));

    [HttpPost("{id}/undo")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(404, 409, 503)]
    [EndpointSummary("Take one's own last decision back")]
    [EndpointDescription("Within ten seconds in any case, later while the newsroom has not fetched labels that rest on it. What was decided as a group is undone as one.")]
    public async Task<IActionResult> Undo(string id)
    {
        var undone = await undo.UndoAsync(id, Me, HttpContext.RequestAborted);
        return undone.IsRefused ? new RefusalResult(undone.Refusal) : Ok(ReviewStanding.Of(undone.Value.First(r => r.Id == id)));
    }

    [HttpPost("{id}/appeal")]
    [PersonOnly(PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior)]
    [TakesBody(typeof(ReasonRequest))]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 409, 503)]
    [EndpointSummary("Have a decision looked at again")]
    [EndpointDescription("By somebody who did not make it. Until then the decision binds.")]
    public Task<IActionResult> Appeal(string id) =>
        WithBodyAsync(ReviewJson.Default.ReasonRequest, request => talk.AppealAsync(id, request.Reason, Me, HttpContext.RequestAborted));

    [HttpPost("{id}/comment")]
    [PersonOnly(PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior)]
    [TakesBody(typeof(ReasonRequest))]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 503)]
    [EndpointSummary("Write a comment for colleagues")]
    public Task<IActionResult> Comment(string id) =>
        WithBodyAsync(ReviewJson.Default.ReasonRequest, request => talk.CommentAsync(id, request.Reason, Me, HttpContext.RequestAborted));

    [HttpPost("{id}/ask")]
    [PersonOnly(PersonRoles.Moderator, PersonRoles.Senior)]
    [TakesBody(typeof(ReasonRequest))]
    [ProducesResponseType<ReviewStanding>(StatusCodes.Status200OK, "application/json")]
    [Refuses(400, 404, 409, 503)]
    [EndpointSummary("Ask the author something")]
    [EndpointDescription("The question goes to the newsroom as an event review.question; so does the outcome, as review.decided.")]
    public Task<IActionResult> Ask(string id) =>
        WithBodyAsync(ReviewJson.Default.ReasonRequest, request => talk.AskAsync(id, request.Reason, Me, HttpContext.RequestAborted));

    private Person Me => Caller.Of(HttpContext).SignedIn;

    private static async Task<IActionResult> StandingAsync(Task<Answer<ReviewRow>> done)
    {
        var answer = await done;
        return answer.IsRefused ? new RefusalResult(answer.Refusal) : new OkObjectResult(ReviewStanding.Of(answer.Value));
    }

    private async Task<IActionResult> WithBodyAsync<T>(JsonTypeInfo<T> type, Func<T, Task<Answer<ReviewRow>>> act) where T : class
    {
        var read = await BodyReader.ReadAsync(Request, "application/json", LargestBody, HttpContext.RequestAborted);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var request = StrictJson.Read(body.Memory.Span, type);
        return request.IsRefused ? new RefusalResult(request.Refusal) : await StandingAsync(act(request.Value));
    }
}
