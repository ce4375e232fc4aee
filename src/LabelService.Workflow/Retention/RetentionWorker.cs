using System.Data.Common;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Retention;

/// <summary>Erases, once an hour, what a site keeps no longer. Each article and review is a transaction of its own, so that live work waits for none of it.</summary>
internal sealed partial class RetentionWorker(
    IDbContextFactory<LabelContext> contexts, ArticleEraser articles, PendingNames names, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
{
    private const int PageSize = 200;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <returns>How many articles and reviews were erased.</returns>
    public async Task<(int Articles, int Reviews)> RunAsync(CancellationToken cancel)
    {
        List<SiteSettingsRow> sites;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            sites = await db.SiteSettings.AsNoTracking().Where(s => s.ArticleDays != null || s.PendingDays != null).ToListAsync(cancel);
        }

        var (erased, forgotten) = (0, 0);
        foreach (var site in sites)
        {
            erased += site.ArticleDays is { } days ? await ArticlesAsync(site.Site, time.GetUtcNow().AddDays(-days), cancel) : 0;
            forgotten += site.PendingDays is { } after ? await NamesAsync(site.Site, time.GetUtcNow().AddDays(-after), cancel) : 0;
        }

        return (erased, forgotten);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                var (erased, forgotten) = await RunAsync(stoppingToken);
                if (erased + forgotten > 0)
                {
                    Erased(erased, forgotten);
                }
            }
            catch (Exception error) when (error is DbException or DbUpdateException)
            {
                NotErased(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> ArticlesAsync(string site, DateTimeOffset before, CancellationToken cancel)
    {
        var (last, count) = (0L, 0);
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var page = await db.Articles.AsNoTracking().Where(a => a.Site == site && a.Id > last && a.Submitted != null && a.ChangedAt < before)
                .OrderBy(a => a.Id).Select(a => a.Id).Take(PageSize).ToListAsync(cancel);
            foreach (var id in page)
            {
                count += await articles.EraseIfUnchangedAsync(id, before, cancel) ? 1 : 0;
            }

            if (page.Count < PageSize)
            {
                return count;
            }

            last = page[^1];
        }
    }

    private async Task<int> NamesAsync(string site, DateTimeOffset before, CancellationToken cancel)
    {
        var (last, count) = (0L, 0);
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var page = await db.Reviews.AsNoTracking().Where(r => r.Site == site && !r.Waiting && r.Number > last && r.OpenedAt < before && r.SearchText != "")
                .OrderBy(r => r.Number).Select(r => r.Number).Take(PageSize).ToListAsync(cancel);
            foreach (var number in page)
            {
                count += await names.EraseAsync(number, cancel) ? 1 : 0;
            }

            if (page.Count < PageSize)
            {
                return count;
            }

            last = page[^1];
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention erased {Articles} articles, and names that nobody upheld of {Reviews} reviews")]
    private partial void Erased(int articles, int reviews);

    [LoggerMessage(Level = LogLevel.Error, Message = "What sites keep no longer could not be erased; it is tried again in an hour")]
    private partial void NotErased(Exception error);
}
