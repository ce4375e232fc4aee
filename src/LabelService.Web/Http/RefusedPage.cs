using LabelService.Web.Playground;
using LabelService.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LabelService.Web.Http;

/// <summary>A refusal as people read it; programs get the problem.</summary>
/// <param name="Code">Of the refusal: what the texts <c>site.refused.…</c> go by.</param>
internal sealed record RefusedPage(PageLook Look, string Code) : SitePage(Look)
{
    private const string View = "~/Views/Shared/Refused.cshtml";

    /// <summary>Whether there are words for it.</summary>
    public static bool Has(Refusal refusal) => PlaygroundTexts.Strings("en").ContainsKey($"site.refused.{refusal.Code}");

    public static Task ShowAsync(HttpContext context, Refusal refusal)
    {
        if (WantsJson.Is(context.Request))
        {
            return Problems.WriteAsync(context, refusal);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = Problems.Status(refusal.Kind);
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var data = new ViewDataDictionary<SitePage>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = new RefusedPage(PageLook.Of(context, null), refusal.Code),
        };
        return new ViewResult { ViewName = View, ViewData = data }.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
    }
}
