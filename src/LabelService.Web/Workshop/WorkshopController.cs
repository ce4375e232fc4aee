using System.IO.Compression;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Workshop;

/// <summary>The workshop at <c>/workshop</c>: packs that are written, proven, proposed, approved and taken back.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.RuleAuthor, PersonRoles.Senior, PersonRoles.Administrator)]
[Route("workshop")]
[TypeFilter<WorkshopOpen>]
internal sealed class WorkshopController(
    DraftService drafts, ProposalService proposals, ReleaseService releases, ShadowService shadow, WorkshopHistory history, NegativeCases reports,
    RulesetHolder rulesets, IOptions<RulesOptions> options) : Controller
{
    private const string DoneKey = "done";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? lang, CancellationToken cancel) => View("Index", await IndexPageAsync(lang, null, cancel));

    [HttpPost("new")]
    public Task<IActionResult> New([FromForm] string? name, CancellationToken cancel)
    {
        var language = PageLook.Of(this, null).Language;
        return OpenAsync(drafts.NewPackAsync(name?.Trim() ?? "", language, Me, cancel), cancel);
    }

    [HttpPost("change")]
    public Task<IActionResult> Change([FromForm] string? pack, CancellationToken cancel) => OpenAsync(drafts.ChangePackAsync(pack ?? "", Me, cancel), cancel);

    [HttpGet("drafts/{id}")]
    public async Task<IActionResult> Draft(string id, string? lang, CancellationToken cancel) =>
        await DraftPageAsync(id, lang, null, cancel) is { } page ? View("Draft", page) : Missing(lang);

    [HttpGet("drafts/{id}/files")]
    public async Task<IActionResult> Download(string id, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return Missing(null);
        }

        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in PackedFiles.Unpack(draft.Pack, draft.Files).Files)
            {
                await using var writer = new StreamWriter(zip.CreateEntry($"{draft.Pack}/{path}").Open());
                await writer.WriteAsync(text);
            }
        }

        return File(memory.ToArray(), "application/zip", $"{draft.Pack}.zip");
    }

    [HttpPost("drafts/{id}/propose")]
    public Task<IActionResult> Propose(string id, [FromForm] int revision, [FromForm] string? note, CancellationToken cancel) =>
        BackAsync(id, proposals.ProposeAsync(id, revision, note, Me, cancel), "proposed", cancel);

    [HttpPost("drafts/{id}/refuse")]
    public Task<IActionResult> Refuse(string id, [FromForm] int revision, [FromForm] string? reason, CancellationToken cancel) =>
        BackAsync(id, proposals.RefuseAsync(id, revision, reason, Me, cancel), "refused", cancel);

    [HttpPost("drafts/{id}/approve")]
    public Task<IActionResult> Approve(string id, [FromForm] int revision, [FromForm] int share, CancellationToken cancel) =>
        BackAsync(id, proposals.ApproveAsync(id, revision, share, Me, cancel), "approved", cancel);

    [HttpPost("drafts/{id}/shadow")]
    public Task<IActionResult> Shadow(string id, [FromForm] int revision, CancellationToken cancel) =>
        BackAsync(id, shadow.StartAsync(id, revision, Me, cancel), "shadow", cancel);

    [HttpPost("drafts/{id}/shadow-end")]
    public Task<IActionResult> EndShadow(string id, [FromForm] int revision, CancellationToken cancel) =>
        BackAsync(id, shadow.StopAsync(id, revision, Me, cancel), "shadow-end", cancel);

    [HttpPost("drafts/{id}/close")]
    public async Task<IActionResult> Close(string id, [FromForm] int revision, CancellationToken cancel)
    {
        var done = await drafts.CloseAsync(id, revision, Me, cancel);
        return done.IsRefused ? await RefusedAsync(id, done.Refusal, cancel) : Redirect($"/workshop?{DoneKey}=closed");
    }

    [HttpPost("releases/{number:long}/share")]
    public Task<IActionResult> Share(long number, [FromForm] int share, CancellationToken cancel) =>
        ToIndexAsync(releases.ShareAsync(number, share, Me, cancel), "share", cancel);

    [HttpPost("releases/{number:long}/take-back")]
    public Task<IActionResult> TakeBack(long number, [FromForm] string? reason, CancellationToken cancel) =>
        ToIndexAsync(releases.TakeBackAsync(number, reason, Me, cancel), "taken-back", cancel);

    [HttpGet("packs/{pack}/history")]
    public async Task<IActionResult> History(string pack, string? lang, CancellationToken cancel) =>
        View("History", new HistoryPage(PageLook.Of(this, lang), pack, await history.OfAsync(pack, null, cancel)));

    [HttpGet("reports")]
    public async Task<IActionResult> Reports(string? lang, CancellationToken cancel) =>
        View("Reports", new ReportsPage(PageLook.Of(this, lang), await reports.ListAsync(Me, cancel)));

    [HttpPost("reports/{id}/case")]
    public async Task<IActionResult> MakeCase(string id, CancellationToken cancel)
    {
        var made = await reports.AddAsync(id, Me, cancel);
        if (!made.IsRefused)
        {
            return Redirect($"/workshop/drafts/{made.Value.Id}?{DoneKey}=case");
        }

        Response.StatusCode = Problems.Status(made.Refusal.Kind);
        return View("Reports", new ReportsPage(PageLook.Of(this, null), await reports.ListAsync(Me, cancel)) { Refused = made.Refusal });
    }

    /// <summary>The schema that the editor completes by, with its explanations in the page's language.</summary>
    [HttpGet("schema/{name}.json")]
    public IActionResult Schema(string name, string? lang) =>
        WorkshopSchemas.Find(name, PageLook.Of(this, lang).Language) is { } schema ? Content(schema, "application/schema+json") : NotFound();

    private Actor Me => Actor.Of(Caller.Of(HttpContext).SignedIn);

    private async Task<IActionResult> OpenAsync(Task<Answer<DraftRow>> begun, CancellationToken cancel)
    {
        var answer = await begun;
        if (!answer.IsRefused)
        {
            return Redirect($"/workshop/drafts/{answer.Value.Id}");
        }

        Response.StatusCode = Problems.Status(answer.Refusal.Kind);
        return View("Index", await IndexPageAsync(null, answer.Refusal, cancel));
    }

    private async Task<IActionResult> BackAsync(string id, Task<Answer<DraftRow>> done, string what, CancellationToken cancel)
    {
        var answer = await done;
        return answer.IsRefused ? await RefusedAsync(id, answer.Refusal, cancel) : Redirect($"/workshop/drafts/{id}?{DoneKey}={what}");
    }

    private async Task<IActionResult> ToIndexAsync(Task<Answer<ReleaseRow>> done, string what, CancellationToken cancel)
    {
        var answer = await done;
        if (!answer.IsRefused)
        {
            return Redirect($"/workshop?{DoneKey}={what}");
        }

        Response.StatusCode = Problems.Status(answer.Refusal.Kind);
        return View("Index", await IndexPageAsync(null, answer.Refusal, cancel));
    }

    private async Task<IActionResult> RefusedAsync(string id, Refusal refusal, CancellationToken cancel)
    {
        if (await DraftPageAsync(id, null, refusal, cancel) is not { } page)
        {
            return Missing(null);
        }

        Response.StatusCode = Problems.Status(refusal.Kind);
        return View("Draft", page);
    }

    private ViewResult Missing(string? lang)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Missing", new HistoryPage(PageLook.Of(this, lang), "", []));
    }

    private async Task<WorkshopIndex> IndexPageAsync(string? lang, Refusal? refused, CancellationToken cancel)
    {
        var look = PageLook.Of(this, lang);
        var packs = rulesets.Current.Ruleset?.Packs.Select(p => (p.Id, p.Title.GetValueOrDefault(look.Language) ?? p.Id)) ?? [];
        return new WorkshopIndex(look, await drafts.ListAsync(cancel), await releases.InForceAsync(cancel), [.. packs], options.Value.Workshop,
            release => release.FolderHash != PackHash.In(rulesets.FolderFiles, release.Pack))
        {
            Refused = refused,
            Done = DoneText(),
        };
    }

    private async Task<DraftPage?> DraftPageAsync(string id, string? lang, Refusal? refused, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return null;
        }

        var lines = await history.OfAsync(draft.Pack, draft.Id, cancel);
        var release = (await releases.InForceAsync(cancel)).FirstOrDefault(r => r.Number == draft.Release);
        return new DraftPage(
            PageLook.Of(this, lang), draft, PackedFiles.Unpack(draft.Pack, draft.Files), Report(draft.Effect), Report(draft.ShadowReport), release,
            await proposals.HasWrittenAsync(draft.Id, Me, cancel), draft.Is is not (DraftState.On or DraftState.Closed) && draft.BaseHash != drafts.HashInForce(draft.Pack),
            options.Value.Workshop, lines)
        {
            Refused = refused,
            Done = DoneText(),
        };
    }

    private static DryRunReport? Report(string? json) => json is null ? null : JsonSerializer.Deserialize(json, WorkshopJson.Default.DryRunReport);

    private string? DoneText() => Request.Query[DoneKey] is [{ } word] && PlaygroundTexts.Strings("en").ContainsKey($"workshop.done.{word}") ? $"workshop.done.{word}" : null;
}
