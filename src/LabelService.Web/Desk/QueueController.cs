using System.Data.Common;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Desk;

/// <summary>The queue of reviews at <c>/queue</c>, for everybody with an account; what they may see of it hangs on their sites.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.Viewer, PersonRoles.Editor, PersonRoles.Moderator, PersonRoles.Senior, PersonRoles.RuleAuthor)]
[Route("queue")]
[RequestSizeLimit(DeskForms.Largest)]
internal sealed class QueueController(
    ReviewQueue queue, QuestionGroups groups, ReviewFeed feed, DeskSettings settings, DeskDoor door, RuleNames names, IHostApplicationLifetime life, TimeProvider time) : Controller
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private Person Me => Caller.Of(HttpContext).SignedIn;

    /// <param name="part"><c>list</c> for the list alone, which the page's script puts in place of the old one.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? lang, string? part, string? done, string? of, CancellationToken cancel)
    {
        var look = PageLook.Of(this, lang);
        try
        {
            var page = await PageAsync(look, QueueAddress.Read(Request.Query), cancel);
            return part == "list" ? PartialView("~/Views/Desk/_List.cshtml", page) : View("~/Views/Desk/Queue.cshtml", page with
            {
                Done = ToldPage.Known("desk", done), DoneTo = of, DoneTitle = of is null ? null : await door.TitleAsync(of, Me, cancel),
            });
        }
        catch (DbException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("~/Views/Desk/Trouble.cshtml", new QueueTroublePage(look));
        }
    }

    /// <summary>Says that the queue has changed, and nothing else.</summary>
    [HttpGet("events")]
    public async Task Events(CancellationToken cancel)
    {
        Response.ContentType = "text/event-stream";
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        await using var changes = feed.ListenAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        var next = changes.MoveNextAsync().AsTask();
        try
        {
            await SayAsync(": here\n\n", ending.Token);
            while (!ending.IsCancellationRequested)
            {
                try
                {
                    if (!await next.WaitAsync(Pulse, time, ending.Token))
                    {
                        return;
                    }

                    await SayAsync("data: changed\n\n", ending.Token);
                    next = changes.MoveNextAsync().AsTask();
                }
                catch (TimeoutException)
                {
                    await SayAsync(": still here\n\n", ending.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever listened has gone.
        }
        finally
        {
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [HttpPost("filters")]
    public async Task<IActionResult> Keep([FromForm] string? name, [FromForm] string? query, CancellationToken cancel)
    {
        var asked = QueueAddress.Read(query) with { Cursor = null };
        var isKept = await settings.KeepFilterAsync(Me.Id, name, QueueAddress.Write(asked), cancel);
        return Redirect(DeskDone.At(QueueAddress.Of(asked), isKept ? "filter-kept" : "filter-full"));
    }

    [HttpPost("filters/remove")]
    public async Task<IActionResult> Drop([FromForm] string? name, CancellationToken cancel)
    {
        await settings.DropFilterAsync(Me.Id, name, cancel);
        return Redirect(DeskDone.At("/queue", "filter-gone"));
    }

    private async Task<QueuePageModel> PageAsync(PageLook look, QueueQuery query, CancellationToken cancel)
    {
        var me = Me;
        var found = await queue.PageAsync(query, me, cancel);
        Refusal? refused = null;
        if (found.IsRefused)
        {
            refused = found.Refusal;
            query = query with { Cursor = null };
            found = await queue.PageAsync(query, me, cancel);
        }

        var page = found.Value ?? new QueuePage([], null);
        var counts = new Dictionary<QueueView, int>();

        // Beside a search or a filter of questions, to count every view would take longer than to show the one.
        foreach (var view in query.HasItemFilter || query.Text is not null ? [query.View] : QueuePageModel.Views)
        {
            counts[view] = await queue.CountAsync(query with { View = view, Cursor = null }, me, cancel);
        }

        var questions = page.Lines.SelectMany(l => l.Items).Where(i => i.Waiting).Select(i => i.Question).Distinct().ToList();
        return new QueuePageModel(
            look, me, await settings.KeysAsync(me.Id, cancel), time.GetUtcNow(), query, page, counts,
            await groups.SizesAsync(questions, me, cancel), await settings.FiltersAsync(me.Id, cancel))
        {
            Names = names.In(look.Language),
            Refused = refused,
            From = QueueAddress.Write(query with { Cursor = null }),
        };
    }

    private async Task SayAsync(string line, CancellationToken cancel)
    {
        await Response.WriteAsync(line, cancel);
        await Response.Body.FlushAsync(cancel);
    }
}
