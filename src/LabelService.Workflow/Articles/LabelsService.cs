using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Articles;

/// <summary>Answers what a stored article must carry today, without what a moderator has yet to decide.</summary>
internal sealed class LabelsService(IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions)
{
    private static readonly Refusal Unknown = Refusal.NotFound("There is no such article; it was never checked with \"store\": true, or it was erased.");

    public async Task<Answer<CurrentLabels>> FindAsync(string? externalId, string? url, string site, CancellationToken cancel)
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
        return row is null ? Unknown : Today(row, loaded);
    }

    private Answer<CurrentLabels> Today(ArticleRow row, LoadedRuleset loaded)
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
            var report = ArticleChecker.Check(request, new AskedDay(today, DayOrigin.Today), ruleset, exceptions.Of(ruleset));
            return new CurrentLabels(
                row.ExternalId, report.Article.ContentHash, row.Revision, report.AsOf, report.Verdict,
                [.. report.Disclosures.Where(d => d.Status != DisclosureStatus.Pending)],
                report.Flags,
                report.AgeRating is { Status: DisclosureStatus.Pending } ? null : report.AgeRating,
                report.Source, "rules", Midnight(today.AddDays(1), ruleset.TimeZone));
        }
        catch (CheckRefusedException refused)
        {
            return Refusal.Invalid(refused.Path, refused.Message) with { Code = refused.Code };
        }
    }

    /// <summary>When <paramref name="day"/> begins; where clocks skip its midnight, the first moment after.</summary>
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
