using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>The sites that there are: whose articles are stored, which keys speak for, and which people may see.</summary>
internal static class SiteNames
{
    public static async Task<List<string>> AllAsync(LabelContext db, CancellationToken cancel)
    {
        var keys = await db.ApiKeys.AsNoTracking().Select(k => k.Site).Distinct().ToListAsync(cancel);
        var people = (await db.Accounts.AsNoTracking().Select(a => a.Sites).Distinct().ToListAsync(cancel)).SelectMany(s => Account.Split(s));
        var settings = await db.SiteSettings.AsNoTracking().Select(s => s.Site).ToListAsync(cancel);
        return [.. keys.Concat(people).Concat(settings).Concat(await OfArticlesAsync(db, cancel)).Where(s => s != Person.EverySite).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>From one to the next along the index: there are few sites, and many articles.</summary>
    public static Task<List<string>> OfArticlesAsync(LabelContext db, CancellationToken cancel) => db.Database.SqlQuery<string>(
        $"""
        WITH RECURSIVE sites (site) AS (
            SELECT (SELECT min("Site") FROM "articles")
            UNION ALL
            SELECT (SELECT min(a."Site") FROM "articles" a WHERE a."Site" > sites.site) FROM sites WHERE sites.site IS NOT NULL
        )
        SELECT site AS "Value" FROM sites WHERE site IS NOT NULL
        """).ToListAsync(cancel);
}
