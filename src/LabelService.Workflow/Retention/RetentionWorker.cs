using System.Data.Common;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Retention;

/// <summary>Erases, once an hour, what a site keeps no longer. Each article is a transaction of its own, so that live work waits for none of it.</summary>
internal sealed partial class RetentionWorker(
    IDbContextFactory<LabelContext> contexts, ArticleWalk walk, ArticleEraser articles, PendingNames names, SettledNames settled,
    AnsweredCorrections corrections, TimeProvider time, ILogger<RetentionWorker> log) : BackgroundService
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

        var now = time.GetUtcNow();
        var erased = await ArticlesAsync(sites.Where(s => s.ArticleDays is not null).ToDictionary(s => s.Site, s => now.AddDays(-s.ArticleDays!.Value), StringComparer.Ordinal), cancel);
        var forgotten = 0;
        foreach (var site in sites.Where(s => s.PendingDays is not null))
        {
            var before = now.AddDays(-site.PendingDays!.Value);
            forgotten += await NamesAsync(site.Site, before, cancel);
            await TryAsync(site.Site, () => corrections.EraseAsync(site.Site, before, cancel), cancel);
        }

        // What belongs to no site is kept as long as any site keeps such things.
        if (sites.Max(s => s.PendingDays) is { } longest)
        {
            await TryAsync("", () => corrections.EraseAsync(null, now.AddDays(-longest), cancel), cancel);
        }

        await TryAsync("", () => settled.EraseAsync(cancel), cancel);
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
            catch (Exception error) when (error is DbException or DbUpdateException or StoreUnavailableException)
            {
                NotRun(error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> ArticlesAsync(Dictionary<string, DateTimeOffset> before, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var (id, site) in walk.OverdueAsync(before, cancel))
        {
            count += await TryAsync($"article {id}", async () => await articles.EraseIfUnchangedAsync(id, before[site], cancel) ? 1 : 0, cancel);
        }

        return count;
    }

    private async Task<int> NamesAsync(string site, DateTimeOffset before, CancellationToken cancel)
    {
        var (at, last, count) = (DateTimeOffset.UnixEpoch, 0L, 0);
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var page = await db.Reviews.AsNoTracking()
                .Where(r => r.Site == site && !r.Waiting && r.NamesErasedAt == null && r.OpenedAt < before && r.OpenedAt >= at && (r.OpenedAt > at || r.Number > last))
                .OrderBy(r => r.OpenedAt).ThenBy(r => r.Number).Select(r => new { r.ArticleId, r.OpenedAt, r.Number }).Take(PageSize).ToListAsync(cancel);
            foreach (var article in page.Select(r => r.ArticleId).Distinct())
            {
                count += await TryAsync($"article {article}", () => names.EraseAsync(article, before, cancel), cancel);
            }

            if (page.Count < PageSize)
            {
                return count;
            }

            (at, last) = (page[^1].OpenedAt, page[^1].Number);
        }
    }

    /// <summary>One row that somebody changes at the same moment, or that is damaged, keeps the others from nothing.</summary>
    private async Task<int> TryAsync(string what, Func<Task<int>> erase, CancellationToken cancel)
    {
        try
        {
            return await erase();
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            NotErased(what, error);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention erased {Articles} articles, and names that nobody upheld of {Reviews} reviews")]
    private partial void Erased(int articles, int reviews);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept no longer could not be erased ({What}); it is tried again in an hour")]
    private partial void NotErased(string what, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What sites keep no longer could not be looked for; it is tried again in an hour")]
    private partial void NotRun(Exception error);
}
