using LabelService.Web.Accounts;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Sweeps;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Sweeps;

/// <summary>Sweeps at <c>/sweeps</c>, for seniors: what changed, what that does to old articles, and the say over it.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Senior)]
[Route("sweeps")]
[RequestSizeLimit(AccountForms.Largest)]
internal sealed class SweepPagesController(SweepBook book, SweepOrders orders) : Controller
{
    private SweepCaller Asking => SweepCaller.Of(Caller.Of(HttpContext).Person!);

    [HttpGet("")]
    public async Task<IActionResult> Index(long? before, string? done, string? lang, CancellationToken cancel) =>
        Page("Index", new SweepListPage(PageLook.Of(this, lang), await book.ListAsync(before, cancel)) { Done = ToldPage.Known(SweepPage.Texts, done) });

    [HttpPost("")]
    public async Task<IActionResult> Start([FromForm] SweepForm form, CancellationToken cancel)
    {
        var request = new SweepRequest(form.Real is null, form.Scope == "changed" ? SweepScope.Changed : SweepScope.All);
        var started = await orders.StartAsync(request, Asking, cancel);
        return started.IsRefused ? await RefusedAsync(started.Refusal, cancel) : LocalRedirect($"/sweeps/{started.Value.Id}");
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id, string? done, string? lang, CancellationToken cancel)
    {
        var found = await book.FindAsync(id, Asking, cancel);
        return found.IsRefused
            ? await RefusedAsync(found.Refusal, cancel)
            : Page("Show", new SweepShownPage(PageLook.Of(this, lang), found.Value) { Done = ToldPage.Known(SweepPage.Texts, done) });
    }

    [HttpGet("{id}/results.csv")]
    public async Task<IActionResult> Results(string id, CancellationToken cancel)
    {
        var found = await book.ResultsAsync(id, Asking, cancel);
        if (found.IsRefused)
        {
            return await RefusedAsync(found.Refusal, cancel);
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename={id}.csv";
        await using var output = new StreamWriter(Response.Body, leaveOpen: true);
        await SweepExport.WriteAsync(found.Value, "csv", output, cancel);
        return new EmptyResult();
    }

    [HttpPost("{id}/pause")]
    public Task<IActionResult> Pause(string id, CancellationToken cancel) => AfterAsync(id, "paused", orders.PauseAsync(id, Asking, cancel), cancel);

    [HttpPost("{id}/resume")]
    public Task<IActionResult> Resume(string id, CancellationToken cancel) => AfterAsync(id, "resumed", orders.ResumeAsync(id, Asking, cancel), cancel);

    [HttpPost("{id}/cancel")]
    public Task<IActionResult> Cancel(string id, CancellationToken cancel) => AfterAsync(id, "cancelled", orders.CancelAsync(id, Asking, cancel), cancel);

    [HttpPost("{id}/confirm")]
    public Task<IActionResult> Confirm(string id, CancellationToken cancel) => AfterAsync(id, "confirmed", orders.ConfirmAsync(id, Asking, cancel), cancel);

    private async Task<IActionResult> AfterAsync(string id, string done, Task<Answer<SweepReport>> act, CancellationToken cancel) =>
        await act is { IsRefused: true } refused ? await RefusedAsync(refused.Refusal, cancel) : LocalRedirect($"/sweeps/{id}?done={done}");

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return Page("Index", new SweepListPage(PageLook.Of(this, null), await book.ListAsync(null, cancel)) { Fault = refusal.Code });
    }

    private ViewResult Page(string view, SweepPage page)
    {
        Response.Headers.CacheControl = "no-store";
        return View($"~/Views/Sweeps/{view}.cshtml", page);
    }
}
