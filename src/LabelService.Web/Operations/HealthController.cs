using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Operations;

/// <summary>For operators and orchestrators: is the process alive, can it work.</summary>
[ApiController]
[Route("health")]
internal sealed class HealthController(Readiness readiness) : ControllerBase
{
    [HttpGet("live")]
    public LiveView Live() => new("live");

    [HttpGet("ready")]
    public async Task<IActionResult> Ready()
    {
        var report = await readiness.LookAsync(HttpContext.RequestAborted);
        return StatusCode(report.IsAvailable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, report);
    }
}

internal sealed record LiveView(string Status);
