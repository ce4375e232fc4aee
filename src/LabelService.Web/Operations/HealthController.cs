using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Operations;

/// <summary>For operators and orchestrators: is the process alive, can it work.</summary>
[ApiController]
[Route("health")]
internal sealed class HealthController(Readiness readiness, Drain drain) : ControllerBase
{
    [HttpGet("live")]
    [ProducesResponseType<LiveView>(StatusCodes.Status200OK, "application/json")]
    [EndpointSummary("Whether the process is alive")]
    public LiveView Live() => new("live");

    [HttpGet("ready")]
    [ProducesResponseType<ReadinessReport>(StatusCodes.Status200OK, "application/json")]
    [ProducesResponseType<ReadinessReport>(StatusCodes.Status503ServiceUnavailable, "application/json")]
    [EndpointSummary("Whether it can work")]
    [EndpointDescription("\"degraded\" names what is broken in the rules: its last good state serves (\"kept\"), or, where it has none, answers have the verdict needs-review and say so in their notices. 503 where no ruleset is loaded, the store cannot write, or the node is about to end (\"draining\").")]
    public async Task<IActionResult> Ready()
    {
        var report = await readiness.LookAsync(HttpContext.RequestAborted);
        report = drain.IsDraining ? report with { Status = ReadinessReport.Draining } : report;
        return StatusCode(report.IsAvailable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, report);
    }
}

internal sealed record LiveView(string Status);
