using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Articles;

/// <summary>Answers what a stored article must carry today: by the rules, and by the decisions that bind.</summary>
internal sealed class LabelsService(IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, BindingDecisions decisions)
{
    private static readonly Refusal Unknown = Refusal.NotFound("There is no such article; it was never checked with \"store\": true, or it was erased.");

    /// <param name="isPerson">A person looks on; a newsroom's key that fetches labels makes the decisions behind them known.</param>
    /// <param name="includePending">Whether what waits for a moderator is shown, too; only a person may ask for it.</param>
    public async Task<Answer<CurrentLabels>> FindAsync(
        string? externalId, string? url, string site, bool isPerson, bool includePending, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(externalId) == string.IsNullOrEmpty(url))
        {
            return Refusal.Invalid("externalId", "give either externalId or url.");
        }

        var loaded = rulesets.Current;
        if (loaded.Ruleset is null)
        {
            return RulesetHolder.NothingLoaded;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stored = db.Articles.AsNoTracking().Where(a => a.Site == site && a.Submitted != null);
        var identity = ArticleIdentity.OfExternalId(externalId ?? "");
        var row = string.IsNullOrEmpty(externalId)
            ? await stored.Where(a => a.Url == url).OrderByDescending(a => a.ChangedAt).FirstOrDefaultAsync(cancel)
            : await stored.SingleOrDefaultAsync(a => a.Identity == identity, cancel);
        if (row is null)
        {
            return Unknown;
        }

        var binding = await decisions.BindingAsync(db, row.Id, cancel);
        var labels = Today(row, loaded, binding, includePending);
        if (!labels.IsRefused && !isPerson)
        {
            await decisions.FetchedAsync(db, binding, cancel);
        }

        return labels;
    }

    private Answer<CurrentLabels> Today(ArticleRow row, LoadedRuleset loaded, IReadOnlyList<DecisionRow> binding, bool includePending)
    {
        var read = CheckRequestReader.Read(PackedJson.Unpack(row.Submitted!));
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        var ruleset = loaded.For(read.Value.Article)!;
        var today = exceptions.Today(ruleset);
        var request = read.Value with { AsOf = null, Include = null };
        try
        {
            var found = EffectiveReport.Of(request, new AskedDay(today, DayOrigin.Today), ruleset, exceptions.Of(ruleset, row.Site), binding);
            return CurrentLabels.Of(
                found.Effective, row.ExternalId, row.Revision, !found.Heard.IsEmpty, ZonedTime.Of(today.AddDays(1), ruleset.TimeZone), includePending);
        }
        catch (CheckRefusedException refused)
        {
            return Refusal.Invalid(refused.Path, refused.Message) with { Code = refused.Code };
        }
    }
}
