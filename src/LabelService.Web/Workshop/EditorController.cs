using System.Text;
using System.Text.Json.Serialization.Metadata;
using LabelService.Engine.Model;
using LabelService.Web.Http;
using LabelService.Web.Playground;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Checks;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Workshop;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Workshop;

/// <summary>What the editor's script calls while an author types: parts of the page come back, ready to be put in.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[PersonOnly(PersonRoles.RuleAuthor, PersonRoles.Senior, PersonRoles.Administrator)]
[Route("workshop")]
[TypeFilter<WorkshopOpen>]
internal sealed class EditorController(DraftService drafts, Inspector inspector, DryRunService dryRuns, SampleReader samples) : Controller
{
    private const int LargestPack = 4 << 20;
    private const int LargestTrial = 16 << 20;
    private const int Samples = 20;

    [HttpPost("inspect")]
    public async Task<IActionResult> Inspect(CancellationToken cancel)
    {
        var read = await ReadAsync(WorkshopWire.Default.InspectRequest, LargestPack, cancel);
        var files = read.IsRefused ? read.Refusal : PackFiles.Of(read.Value.Files);
        if (files.IsRefused)
        {
            return Refused(files.Refusal);
        }

        var sample = read.Value!.Sample is { Body.Length: > 0 } given ? samples.Read(given) : default;
        var look = PageLook.Of(this, null);
        return PartialView("/Views/Workshop/_Inspection.cshtml", new InspectionPart(look, await inspector.InspectAsync(files.Value, sample.Value, cancel), sample.Refusal, $"packs/{files.Value.Pack}/"));
    }

    [HttpPost("try")]
    public async Task<IActionResult> Try(CancellationToken cancel)
    {
        var read = await ReadAsync(WorkshopWire.Default.TryRequest, LargestTrial, cancel);
        var files = read.IsRefused ? read.Refusal : PackFiles.Of(read.Value.Files);
        if (files.IsRefused)
        {
            return Refused(files.Refusal);
        }

        var given = Articles(read.Value!.Articles);
        if (given is { IsRefused: true, Refusal: { } refusal })
        {
            return Refused(refusal);
        }

        var limit = Math.Clamp(read.Value.Limit, 1, DryRunService.MostStored);
        var report = await dryRuns.RunAsync(files.Value, given?.Value, new StoredArticles(limit), null, Samples, Me.Sites, cancel);
        return report.IsRefused ? Refused(report.Refusal) : PartialView("/Views/Workshop/_Effect.cshtml", new EffectPart(PageLook.Of(this, null), report.Value));
    }

    [HttpPost("drafts/{id}/save")]
    public async Task<IActionResult> Save(string id, CancellationToken cancel)
    {
        var read = await ReadAsync(WorkshopWire.Default.SaveRequest, LargestPack, cancel);
        var files = read.IsRefused ? read.Refusal : PackFiles.Of(read.Value.Files);
        if (files.IsRefused)
        {
            return Refused(files.Refusal);
        }

        var saved = await drafts.SaveAsync(id, read.Value!.Revision, files.Value, read.Value.Rebase, Me, cancel);
        return saved.IsRefused ? Refused(saved.Refusal) : Json(new Saved(saved.Value.Revision, saved.Value.State, saved.Value.Pack), WorkshopWire.Default.Options);
    }

    private Actor Me => Actor.Of(Caller.Of(HttpContext).SignedIn);

    private async Task<Answer<T>> ReadAsync<T>(JsonTypeInfo<T> type, int limit, CancellationToken cancel) where T : class
    {
        var read = await BodyReader.ReadAsync(Request, "application/json", limit, cancel);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        using var body = read.Value;
        return StrictJson.Read(body.Memory.Span, type);
    }

    /// <returns>Null where none are given.</returns>
    private static Answer<List<CheckRequest>>? Articles(string? lines)
    {
        if (string.IsNullOrWhiteSpace(lines))
        {
            return null;
        }

        var articles = new List<CheckRequest>();
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var read = CheckRequestReader.Read(Encoding.UTF8.GetBytes(line));
            if (read.IsRefused)
            {
                return Refusal.Invalid($"line {articles.Count + 1}", read.Refusal.Detail);
            }

            articles.Add(read.Value);
        }

        return articles;
    }

    /// <summary>In the words of the page; the script shows them where the answer would be.</summary>
    private PartialViewResult Refused(Refusal refusal)
    {
        Response.StatusCode = Problems.Status(refusal.Kind);
        return PartialView("/Views/Workshop/_Refused.cshtml", new ReportsPage(PageLook.Of(this, null), []) { Refused = refusal });
    }
}
