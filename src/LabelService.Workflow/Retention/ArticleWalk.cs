using System.Runtime.CompilerServices;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Retention;

/// <summary>
/// Goes through all articles by their number, some with every run, and begins anew at the end: an index by age would cost every check
/// that is stored, and to look at all of them every hour would cost as much.
/// </summary>
internal sealed class ArticleWalk(IDbContextFactory<LabelContext> contexts)
{
    private const int Step = 2_000;
    private const int StepsARun = 250;
    private long _last;

    /// <param name="before">By site, before when an article must have changed last.</param>
    public async IAsyncEnumerable<(long Id, string Site)> OverdueAsync(Dictionary<string, DateTimeOffset> before, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (before.Count == 0)
        {
            yield break;
        }

        var (sites, youngest) = (before.Keys.ToArray(), before.Values.Max());
        for (var step = 0; step < StepsARun; step++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (await db.Articles.MaxAsync(a => (long?)a.Id, cancel) is not { } newest)
            {
                yield break;
            }

            var (from, to) = (_last, _last + Step);
            var found = await db.Articles.AsNoTracking().Where(a => a.Id > from && a.Id <= to && a.Submitted != null && a.ChangedAt < youngest && sites.Contains(a.Site))
                .OrderBy(a => a.Id).Select(a => new { a.Id, a.Site, a.ChangedAt }).ToListAsync(cancel);
            foreach (var article in found.Where(a => a.ChangedAt < before[a.Site]))
            {
                yield return (article.Id, article.Site);
            }

            _last = to < newest ? to : 0;
            if (_last == 0)
            {
                yield break;
            }
        }
    }
}
