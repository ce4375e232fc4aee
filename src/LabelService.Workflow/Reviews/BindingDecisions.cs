using LabelService.Engine.Model;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>The decisions that bind for an article.</summary>
internal sealed class BindingDecisions(TimeProvider time)
{
    private static readonly string Binding = Kebab<DecisionState>.Word(DecisionState.Binding);

    public async Task<List<DecisionRow>> BindingAsync(LabelContext db, long article, CancellationToken cancel) =>
        await db.Decisions.AsNoTracking().Where(d => d.ArticleId == article && d.State == Binding).ToListAsync(cancel);

    /// <param name="identity">See <see cref="Articles.ArticleIdentity"/>.</param>
    public async Task<List<DecisionRow>> BindingAsync(LabelContext db, string site, string identity, CancellationToken cancel) => await (
        from article in db.Articles.AsNoTracking()
        where article.Site == site && article.Identity == identity
        join decision in db.Decisions.AsNoTracking() on article.Id equals decision.ArticleId
        where decision.State == Binding
        select decision).ToListAsync(cancel);

    /// <summary>Notes that the newsroom knows them now: from here on they are undone by an appeal only.</summary>
    public async Task FetchedAsync(LabelContext db, IReadOnlyList<DecisionRow> decisions, CancellationToken cancel)
    {
        var unknown = decisions.Where(d => d.FetchedAt is null).Select(d => d.Id).ToList();
        if (unknown.Count > 0)
        {
            var now = time.GetUtcNow();
            await db.Decisions.Where(d => unknown.Contains(d.Id) && d.FetchedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.FetchedAt, now), cancel);
        }
    }
}
