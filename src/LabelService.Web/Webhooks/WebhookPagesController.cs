using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Webhooks;

/// <summary>Webhooks and the log of deliveries at <c>/webhooks</c>, for administrators.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Administrator)]
[Route("webhooks")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class WebhookPagesController(WebhookBook book, DeliveryBook deliveries, SiteBook sites) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? done, string? lang, CancellationToken cancel) =>
        Page("Index", await ListAsync(PageLook.Of(this, lang), new WebhookForm(), cancel) with { Done = ToldPage.Known(WebhookPage.Texts, done) });

    [HttpPost("")]
    public async Task<IActionResult> Add([FromForm] WebhookForm form, CancellationToken cancel)
    {
        var known = (await sites.ListAsync(cancel)).Any(s => s.Site == form.Site);
        var made = known
            ? await book.AddAsync(form.Site!, new WebhookRequest { Url = form.Url ?? "", Description = form.Description, Types = [.. form.Types ?? []] }, cancel)
            : SiteBook.UnknownSite;
        if (!made.IsRefused)
        {
            return Page("Secret", new WebhookSecretPage(PageLook.Of(this, null), made.Value.Row, made.Value.Secret));
        }

        Response.StatusCode = Problems.Status(made.Refusal.Kind);
        return Page("Index", await ListAsync(PageLook.Of(this, null), form, cancel) with { Fault = made.Refusal.Code });
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Log(string id, string? state, long? before, string? done, string? lang, CancellationToken cancel)
    {
        var page = await deliveries.ListAsync(id, null, state, before, cancel);
        return page.IsRefused
            ? await RefusedAsync(page.Refusal, lang, cancel)
            : Page("Log", new DeliveriesPage(PageLook.Of(this, lang), page.Value, state) { Done = ToldPage.Known(WebhookPage.Texts, done) });
    }

    [HttpPost("{id}/rotate")]
    public async Task<IActionResult> Rotate(string id, CancellationToken cancel)
    {
        var made = await book.RotateAsync(id, null, cancel);
        return made.IsRefused ? await RefusedAsync(made.Refusal, null, cancel) : Page("Secret", new WebhookSecretPage(PageLook.Of(this, null), made.Value.Row, made.Value.Secret));
    }

    [HttpPost("{id}/enable")]
    public async Task<IActionResult> Enable(string id, CancellationToken cancel) => await AfterAsync((await book.EnableAsync(id, null, cancel)).Refusal, $"/webhooks/{id}", "enabled", cancel);

    [HttpPost("{id}/disable")]
    public async Task<IActionResult> Disable(string id, CancellationToken cancel) => await AfterAsync((await book.DisableAsync(id, null, cancel)).Refusal, $"/webhooks/{id}", "disabled", cancel);

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(string id, CancellationToken cancel) => await AfterAsync(await book.RemoveAsync(id, null, cancel), "/webhooks", "removed", cancel);

    [HttpPost("{id}/test")]
    public async Task<IActionResult> Try(string id, CancellationToken cancel) => await AfterAsync((await deliveries.TryAsync(id, null, cancel)).Refusal, $"/webhooks/{id}", "tried", cancel);

    [HttpPost("{id}/replay")]
    public async Task<IActionResult> ReplayAll(string id, CancellationToken cancel) => await AfterAsync(await deliveries.ReplayGivenUpAsync(id, null, cancel), $"/webhooks/{id}", "replayed", cancel);

    [HttpPost("{id}/deliveries/{delivery}/replay")]
    public async Task<IActionResult> Replay(string id, string delivery, CancellationToken cancel) =>
        await AfterAsync(await deliveries.ReplayAsync(id, null, delivery, cancel), $"/webhooks/{id}", "replayed", cancel);

    private async Task<IActionResult> AfterAsync(Refusal? refusal, string to, string done, CancellationToken cancel) =>
        refusal is null ? LocalRedirect($"{to}?done={done}") : await RefusedAsync(refusal, null, cancel);

    private async Task<IActionResult> RefusedAsync(Refusal refusal, string? lang, CancellationToken cancel)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return Page("Index", await ListAsync(PageLook.Of(this, lang), new WebhookForm(), cancel) with { Fault = refusal.Code });
    }

    private async Task<WebhookListPage> ListAsync(PageLook look, WebhookForm typed, CancellationToken cancel) =>
        new(look, await book.ListAsync(null, cancel), [.. (await sites.ListAsync(cancel)).Select(s => s.Site)], typed);

    private ViewResult Page(string view, WebhookPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View($"~/Views/Webhooks/{view}.cshtml", page);
    }
}
