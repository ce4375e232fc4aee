using System.Collections.Immutable;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>What follows from one step of a sweep, gathered so that it is written at once and not article by article.</summary>
/// <param name="articles">Those of the step.</param>
internal sealed class SweepOutcome(LabelContext db, long[] articles)
{
    private readonly List<(ReviewRow Review, ImmutableArray<Question> Questions)> _opened = [];
    private Dictionary<long, string>? _lastChecks;

    public List<AuditEntry> Written { get; } = [];

    public List<EventDraft> Events { get; } = [];

    public void Open(ReviewRow review, ImmutableArray<Question> questions) => _opened.Add((review, questions));

    /// <summary>The article's last check; null of one out of an archive.</summary>
    public async Task<string?> LastCheckAsync(long article, CancellationToken cancel)
    {
        _lastChecks ??= await db.Checks.AsNoTracking().Where(c => articles.Contains(c.ArticleId)).GroupBy(c => c.ArticleId)
            .Select(all => new { all.Key, Last = all.OrderByDescending(c => c.CreatedAt).Select(c => c.Id).First() }).ToDictionaryAsync(c => c.Key, c => c.Last, cancel);
        return _lastChecks.GetValueOrDefault(article);
    }

    public async Task WriteAsync(Ledger ledger, CancellationToken cancel)
    {
        if (_opened.Count > 0)
        {
            db.Reviews.AddRange(_opened.Select(o => o.Review));
            await db.SaveChangesAsync(cancel);
            db.ReviewItems.AddRange(_opened.SelectMany(o => o.Questions.Select(q => ReviewRows.Item(o.Review, q))));
        }

        await ledger.WriteAsync(db, Written, Events, cancel);
    }
}
