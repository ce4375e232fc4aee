using LabelService.Web.ApiDocs;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.DryRuns;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Workshop;

/// <summary>What a candidate pack would change.</summary>
[ApiController]
[Route("v1/rules/dry-run")]
internal sealed class DryRunController(DryRunService dryRuns) : ControllerBase
{
    /// <summary>A pack, and a thousand articles of six kilobytes with room to spare.</summary>
    private const int LargestBody = 16 << 20;

    [HttpPost]
    [Scope(Scopes.Admin, Roles = [PersonRoles.RuleAuthor, PersonRoles.Senior])]
    [TakesBody(typeof(DryRunRequest))]
    [ProducesResponseType<DryRunReport>(StatusCodes.Status200OK, "application/json")]
    [Refuses(503)]
    [EndpointSummary("Try a candidate pack on articles")]
    [EndpointDescription("Compares the answers by the rules in force with those by the candidate: how many articles would change, which and how, and how many reviews it would open. On the articles given, or on the newest stored ones of the key's site. Changes and stores nothing.")]
    public async Task<IActionResult> Run()
    {
        var cancel = HttpContext.RequestAborted;
        var read = await BodyReader.ReadAsync(Request, "application/json", LargestBody, cancel);
        if (read.IsRefused)
        {
            return new RefusalResult(read.Refusal);
        }

        using var body = read.Value;
        var done = await dryRuns.RunAsync(body.Memory, Caller.Of(HttpContext).Site!, cancel);
        return done.IsRefused ? new RefusalResult(done.Refusal) : Ok(done.Value);
    }
}
