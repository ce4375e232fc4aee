using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Workflow.Checks;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>Makes a case of what an editor called wrong: the article, and that the rule must not speak in it.</summary>
internal sealed class NegativeCases(DraftBook book, DraftService drafts, RulesetHolder rulesets)
{
    private const int MostShown = 100;

    /// <summary>What editors called wrong, with the rule that they meant, the newest first.</summary>
    public async Task<ImmutableArray<WrongFinding>> ListAsync(Actor by, CancellationToken cancel)
    {
        var word = Kebab<FeedbackKind>.Word(FeedbackKind.Wrong);
        await using var db = await book.OpenAsync(cancel);
        var seen = Of(by, db);
        var rows = await (
            from said in seen
            where said.Kind == word
            join check in db.Checks on said.CheckId equals check.Id
            join article in db.Articles on check.ArticleId equals article.Id
            orderby said.CreatedAt descending
            select new { said, check.Report, article.ExternalId, HasText = article.Submitted != null && article.ContentHash == check.ContentHash })
            .Take(MostShown).ToListAsync(cancel);
        return [.. rows.Select(r => new WrongFinding(
            r.said.Id, r.said.Rule ?? RuleOf(r.said.DisclosureId, r.Report), r.said.Comment, r.said.CreatedAt, r.ExternalId, r.HasText))];
    }

    /// <summary>Adds the case to a new draft of the rule's pack, or to the one that this person already works on.</summary>
    public async Task<Answer<DraftRow>> AddAsync(string feedbackId, Actor by, CancellationToken cancel)
    {
        var found = await FindAsync(feedbackId, by, cancel);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var (rule, request) = (found.Value.Rule, found.Value.Request);
        if (rulesets.Current.Ruleset?.Packs.FirstOrDefault(p => p.Rules.Any(r => r.Id == rule)) is not { } pack)
        {
            return Refusal.NotFound($"The rule '{rule}' is not in force; there is no pack to add a case to.");
        }

        var mine = (await drafts.ListAsync(cancel)).FirstOrDefault(d => d.Pack == pack.Id && d.ChangedBy == by.Id && d.Is == DraftState.Draft);
        var files = mine is null ? PackFiles.In(rulesets.Files, pack.Id)! : PackedFiles.Unpack(mine.Pack, mine.Files);
        var caseFile = pack.Rules.First(r => r.Id == rule).CaseFiles.Select(path => path[$"packs/{pack.Id}/".Length..]).FirstOrDefault(files.Files.ContainsKey);
        if (caseFile is null)
        {
            return Refusal.NotFound($"The rule '{rule}' names no file of cases; add one to its pack first.");
        }

        var text = ReportedCase.AddTo(files.Files[caseFile], feedbackId, request, found.Value.Subjects);
        files = files with { Files = files.Files.SetItem(caseFile, text) };
        var draft = mine is null ? await book.AddAsync(PackFiles.In(rulesets.Files, pack.Id)!, drafts.HashInForce(pack.Id), by, null, cancel) : mine;
        return await drafts.SaveAsync(draft.Id, draft.Revision, files, rebase: false, by, cancel);
    }

    /// <summary>What was said of articles that the person may see.</summary>
    private static IQueryable<FeedbackRow> Of(Actor by, LabelContext db)
    {
        var all = db.Feedback.AsNoTracking();
        var sites = by.Sites?.ToArray();
        return sites is null ? all : all.Where(f => sites.Contains(f.Site));
    }

    private async Task<Answer<Found>> FindAsync(string feedbackId, Actor by, CancellationToken cancel)
    {
        await using var db = await book.OpenAsync(cancel);
        var seen = Of(by, db);
        var row = await (
            from said in seen
            where said.Id == feedbackId
            join check in db.Checks on said.CheckId equals check.Id
            join article in db.Articles on check.ArticleId equals article.Id
            select new { said, check.Report, article.Submitted, Same = article.ContentHash == check.ContentHash }).SingleOrDefaultAsync(cancel);
        if (row is null)
        {
            return Refusal.NotFound("There is no such report.");
        }

        if (row.Submitted is null || !row.Same)
        {
            return new Refusal(RefusalKind.Conflict, "article-gone", "The article was erased or has changed since; the text that was called wrong is no longer there.");
        }

        if ((row.said.Rule ?? RuleOf(row.said.DisclosureId, row.Report)) is not { } rule)
        {
            return new Refusal(RefusalKind.Conflict, "no-rule", "The report names no rule and no disclosure of the check; a case needs to know which rule was wrong.");
        }

        var read = CheckRequestReader.Read(PackedJson.Unpack(row.Submitted));
        return read.IsRefused ? read.Refusal : new Found(rule, read.Value, Subjects(rule, row.Report));
    }

    /// <summary>The entities of which the rule spoke, as the registries in force have them.</summary>
    private ImmutableArray<Entity> Subjects(string rule, byte[] report)
    {
        using var json = System.Text.Json.JsonDocument.Parse(PackedJson.Unpack(report));
        var named = json.RootElement.GetProperty("disclosures").EnumerateArray()
            .Where(d => d.TryGetProperty("rule", out var by) && by.GetString() == rule)
            .SelectMany(d => d.GetProperty("subjects").EnumerateArray())
            .Select(s => (Registry: s.GetProperty("registry").GetString()!, Id: s.GetProperty("entityId").GetString()!)).Distinct().ToList();
        var registries = rulesets.Current.Ruleset!.Registries;
        return [.. named.Select(n => registries.GetValueOrDefault(n.Registry)?.Entities.FirstOrDefault(e => e.Id == n.Id)).OfType<Entity>()];
    }

    private static string? RuleOf(string? disclosureId, byte[] report)
    {
        if (disclosureId is null)
        {
            return null;
        }

        using var json = System.Text.Json.JsonDocument.Parse(PackedJson.Unpack(report));
        return json.RootElement.GetProperty("disclosures").EnumerateArray()
            .Where(d => d.GetProperty("id").GetString() == disclosureId)
            .Select(d => d.TryGetProperty("rule", out var rule) ? rule.GetString() : null).FirstOrDefault();
    }

    private sealed record Found(string Rule, CheckRequest Request, ImmutableArray<Entity> Subjects);
}

/// <param name="Rule">Null where the report names none.</param>
/// <param name="HasText">Whether the article is still stored as it was checked.</param>
internal sealed record WrongFinding(string Id, string? Rule, string? Comment, DateTimeOffset At, string? ExternalId, bool HasText);
