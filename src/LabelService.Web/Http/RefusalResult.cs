using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Http;

/// <summary>A refusal as an action's result.</summary>
internal sealed class RefusalResult(Refusal refusal) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => Problems.WriteAsync(context.HttpContext, refusal);
}
