using LabelService.Web.Http;
using LabelService.Workflow;
using LabelService.Workflow.Rulesets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Workshop;

/// <summary>Keeps the workshop shut where <c>Rules__Workshop</c> is <c>Off</c>.</summary>
internal sealed class WorkshopOpen(IOptions<RulesOptions> options) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (options.Value.Workshop == WorkshopMode.Off)
        {
            context.Result = new Shut();
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
        // Nothing to do behind an action.
    }

    private sealed class Shut : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) =>
            RefusedPage.ShowAsync(context.HttpContext, new Refusal(RefusalKind.NotFound, "workshop-shut", "The workshop is shut here (Rules__Workshop is Off); rules are changed in their files."));
    }
}
