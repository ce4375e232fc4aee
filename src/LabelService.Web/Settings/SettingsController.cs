using System.Collections.Immutable;
using System.Globalization;
using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Retention;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Settings;

/// <summary>What the service runs with, and how long each site keeps what, at <c>/settings</c>.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Administrator)]
[Route("settings")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class SettingsController(SettingsInForce settings, SiteBook sites) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, string? lang, CancellationToken cancel) =>
        Page(await PageAsync(PageLook.Of(this, lang), cancel) with { IsSaved = done == "kept" });

    /// <param name="confirmed">Sent by the second form, which says how much goes: what is erased cannot be had back.</param>
    [HttpPost("sites/{site}")]
    public async Task<IActionResult> Keep(string site, [FromForm] string? articleDays, [FromForm] string? pendingDays, [FromForm] string? confirmed, CancellationToken cancel)
    {
        if (confirmed != "yes" && TryDays(articleDays, out var articles) && TryDays(pendingDays, out var names)
            && await sites.OverdueAsync(site, articles, names, cancel) is { IsNone: false } overdue)
        {
            return Page(await PageAsync(PageLook.Of(this, null), cancel) with { Asked = new AskedErasure(site, articleDays, pendingDays, overdue) });
        }

        var refusal = TryDays(articleDays, out var ofArticles) && TryDays(pendingDays, out var ofNames)
            ? await sites.KeepAsync(site, ofArticles, ofNames, Caller.Of(HttpContext).SignedIn, cancel)
            : SiteBook.BadDays;
        if (refusal is null)
        {
            return LocalRedirect("/settings?done=kept");
        }

        Response.StatusCode = Problems.Status(refusal.Kind);
        return Page(await PageAsync(PageLook.Of(this, null), cancel) with { Fault = refusal.Code, FaultOf = site, TypedArticles = articleDays, TypedNames = pendingDays });
    }

    private ViewResult Page(SettingsPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View("~/Views/Settings/Index.cshtml", page);
    }

    private async Task<SettingsPage> PageAsync(PageLook look, CancellationToken cancel) => new(look, settings.All, await sites.ListAsync(cancel));

    /// <summary>Nothing written keeps everything.</summary>
    private static bool TryDays(string? field, out int? days)
    {
        days = null;
        if (string.IsNullOrWhiteSpace(field))
        {
            return true;
        }

        var isNumber = int.TryParse(field.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        days = number;
        return isNumber;
    }
}

internal sealed record SettingsPage(PageLook Look, ImmutableArray<ShownSetting> Settings, ImmutableArray<SiteSettingsRow> Sites) : SitePage(Look)
{
    public bool IsSaved { get; init; }

    public string? Fault { get; init; }

    public string? FaultOf { get; init; }

    /// <summary>What must be said twice; null where nothing must.</summary>
    public AskedErasure? Asked { get; init; }

    public string? TypedArticles { get; init; }

    public string? TypedNames { get; init; }

    public string ArticleDays(SiteSettingsRow site) => FaultOf == site.Site ? TypedArticles ?? "" : Days(site.ArticleDays);

    public string PendingDays(SiteSettingsRow site) => FaultOf == site.Site ? TypedNames ?? "" : Days(site.PendingDays);

    /// <summary>Such as «2 articles; the names of 3 questions».</summary>
    public string Goes(Overdue overdue)
    {
        (string Key, int Number)[] parts = [("settings.sure.articles", overdue.Articles), ("settings.sure.questions", overdue.Reviews)];
        return string.Join("; ", parts.Where(p => p.Number > 0).Select(p => p.Number > Overdue.MostCounted ? Text(p.Key + ".thousand") : Count(p.Key, p.Number)));
    }

    private static string Days(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>How long a site is to keep what, and what that erases within the hour.</summary>
internal sealed record AskedErasure(string Site, string? Articles, string? Names, Overdue Overdue);
