using LabelService.Workflow.Articles;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Sweeps;

/// <summary>What was seen of some articles before they were locked.</summary>
/// <param name="ids">All of the step, ascending.</param>
/// <param name="isLast">Whether none comes after them.</param>
internal sealed class SweepLooks(long[] ids, bool isLast, RulesAt rules)
{
    private readonly Dictionary<long, (byte[] Submitted, ArticleLook? Look)> _seen = [];

    public long[] Ids => ids;

    public bool IsLast => isLast;

    /// <summary>Of an article of which nothing was decided. What cannot be looked at now shows again when it is locked.</summary>
    public void Add(long id, string site, byte[] submitted)
    {
        try
        {
            _seen[id] = (submitted, ArticleLook.Of(rules, site, submitted, []));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Looked at again once it is locked, where it becomes a result that failed.
        }
    }

    /// <summary>What was seen, where the article is the same still; else what is seen now.</summary>
    /// <param name="binding">Null where nothing of it was decided.</param>
    public ArticleLook? Of(ArticleRow row, IReadOnlyCollection<DecisionRow>? binding) =>
        binding is null && _seen.TryGetValue(row.Id, out var seen) && seen.Submitted.AsSpan().SequenceEqual(row.Submitted)
            ? seen.Look
            : ArticleLook.Of(rules, row.Site, row.Submitted!, binding ?? []);
}
