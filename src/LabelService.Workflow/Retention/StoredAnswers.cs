using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>Takes names that nobody upheld out of all answers that are stored about an article: what one check asks, the next asks again.</summary>
internal static class StoredAnswers
{
    private const int AtOnce = 50;

    /// <param name="upheld">Disclosures that a decision made certain.</param>
    /// <param name="kept">From when on answers are kept; null for none.</param>
    /// <param name="withCopies">Whether labelled copies of the article go, too, where nothing else does.</param>
    /// <returns>The disclosures that were taken out.</returns>
    public static async Task<HashSet<string>> ForgetAsync(
        LabelContext db, long article, string[] upheld, DateTimeOffset? kept, bool withCopies, CancellationToken cancel)
    {
        var erased = new HashSet<string>(StringComparer.Ordinal);
        var checks = db.Checks.AsNoTracking().Where(c => c.ArticleId == article && (kept == null || c.CreatedAt < kept));
        foreach (var some in (await checks.Select(c => c.Id).ToListAsync(cancel)).Chunk(AtOnce))
        {
            foreach (var check in await checks.Where(c => some.Contains(c.Id)).Select(c => new { c.Id, c.Report }).ToListAsync(cancel))
            {
                if (Without(check.Report, upheld, withCopies, erased) is { } left)
                {
                    await db.Checks.Where(c => c.Id == check.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Report, left), cancel);
                }
            }
        }

        return erased;
    }

    /// <returns>Null where there is nothing to take out.</returns>
    private static byte[]? Without(byte[] stored, string[] upheld, bool withCopies, HashSet<string> erased)
    {
        var report = StoredReport.Read(stored).Report;
        var over = report.Disclosures.Where(d => d.Status == DisclosureStatus.Pending && !upheld.Contains(d.Id)).ToList();
        var hasCopy = report.Labelled is not null && (withCopies || over.Count > 0);
        if (over.Count == 0 && !hasCopy && report.NearMisses is null && report.Trace is null)
        {
            return null;
        }

        erased.UnionWith(over.Select(d => d.Id));
        var left = report with
        {
            Disclosures = [.. report.Disclosures.Except(over)],
            NearMisses = null,
            Trace = null,
            Labelled = hasCopy ? null : report.Labelled,
        };
        return PackedJson.Pack(JsonSerializer.SerializeToUtf8Bytes(left, ContractJson.Wire.GetTypeInfo(typeof(CheckReport))));
    }
}
