using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LabelService.Web.Http;

/// <summary>
/// A form that is sent before anybody is signed in needs its token too: no other site may sign somebody in as somebody else. With a
/// session <see cref="CallerMiddleware"/> has looked already.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FormTokenAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the limit of the size, as this reads the form.</summary>
    public int Order => 1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (!await sessions.HasTokenAsync(context.HttpContext))
        {
            context.Result = new StaleForm();
        }
    }

    private sealed class StaleForm : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => RefusedPage.ShowAsync(context.HttpContext, PersonRefusals.Forgery);
    }
}
