using LabelService.Engine.Model;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>What people have decided of some articles, or are asked to.</summary>
internal sealed record SweepDesk(HashSet<long> Asked, ILookup<long, DecisionRow> Decided)
{
    private static readonly string Binding = Kebab<DecisionState>.Word(DecisionState.Binding);

    /// <param name="articles">Ascending.</param>
    public static async Task<SweepDesk> OfAsync(LabelContext db, long[] articles, CancellationToken cancel)
    {
        // Of articles that lie close a range is cheaper than their numbers, of others the numbers.
        var isDense = articles.Length > 0 && articles[^1] - articles[0] < 4 * articles.Length;
        var (first, last) = articles.Length == 0 ? (0, -1) : (articles[0], articles[^1]);
        var (decisions, reviews) = (db.Decisions.AsNoTracking().Where(d => d.State == Binding), db.Reviews.AsNoTracking().Where(r => r.Waiting));
        decisions = isDense ? decisions.Where(d => d.ArticleId >= first && d.ArticleId <= last) : decisions.Where(d => articles.Contains(d.ArticleId));
        reviews = isDense ? reviews.Where(r => r.ArticleId >= first && r.ArticleId <= last) : reviews.Where(r => articles.Contains(r.ArticleId));
        return new SweepDesk([.. await reviews.Select(r => r.ArticleId).ToListAsync(cancel)], (await decisions.ToListAsync(cancel)).ToLookup(d => d.ArticleId));
    }

    public bool Has(long article) => Asked.Contains(article) || Decided.Contains(article);

    public IReadOnlyCollection<DecisionRow> Of(long article) => Decided.Contains(article) ? [.. Decided[article]] : [];
}
