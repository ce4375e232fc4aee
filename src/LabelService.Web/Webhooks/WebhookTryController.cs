using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Webhooks;

/// <summary>
/// Where a receiver is tried at <c>/webhooks/try</c>: the request that a delivery would be, to be sent by hand, a test to an endpoint, and a
/// signature looked at. The service fetches nothing for it; what is typed is shown again on the answer and kept nowhere.
/// </summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Administrator)]
[Route("webhooks/try")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class WebhookTryController(WebhookBook book, TimeProvider time) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index(string? lang, CancellationToken cancel) => PageAsync(new TrialForm { Secret = WebhookSecrets.New() }, lang, cancel);

    [HttpPost("request")]
    public async Task<IActionResult> Make([FromForm] TrialForm form, CancellationToken cancel)
    {
        form.Secret = string.IsNullOrWhiteSpace(form.Secret) ? WebhookSecrets.New() : form.Secret.Trim();
        if (form.Fault() is { } fault)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await PageAsync(form, null, cancel, page => page with { Fault = fault });
        }

        var made = TrialDelivery.Of(form.Secret, form.Type, Caller.Of(HttpContext).Site ?? "default", form.ExternalId?.Trim(), null, form.Sequence, time.GetUtcNow());
        return await PageAsync(form, null, cancel, page => page with { Made = made, Got = GotForm.Of(made) });
    }

    [HttpPost("check")]
    public async Task<IActionResult> Check([FromForm] GotForm form, CancellationToken cancel)
    {
        var findings = SignatureCheck.Of(form.Delivery(), time.GetUtcNow(), await book.SecretsAsync(cancel));
        return await PageAsync(new TrialForm { Secret = WebhookSecrets.New() }, null, cancel, page => page with { Got = form, Findings = findings });
    }

    private async Task<IActionResult> PageAsync(TrialForm form, string? lang, CancellationToken cancel, Func<WebhookTryPage, WebhookTryPage>? with = null)
    {
        Response.Headers.CacheControl = "no-store";
        var page = new WebhookTryPage(PageLook.Of(this, lang), form, [.. (await book.ListAsync(null, cancel)).Select(w => w.Row)]);
        return View("~/Views/Webhooks/Try.cshtml", with is null ? page : with(page));
    }
}
