using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Checks;

/// <summary>Checks that were answered before.</summary>
internal sealed class StoredChecks(IDbContextFactory<LabelContext> contexts)
{
    /// <returns>The answer as it was given, UTF-8 JSON. A check of another site is as unknown as none.</returns>
    public async Task<Answer<byte[]>> FindAsync(string id, string site, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var report = await db.Checks.AsNoTracking().Where(c => c.Id == id && c.Site == site).Select(c => c.Report).SingleOrDefaultAsync(cancel);
        return report is null ? Refusal.NotFound("There is no such check.") : PackedJson.Unpack(report);
    }
}
