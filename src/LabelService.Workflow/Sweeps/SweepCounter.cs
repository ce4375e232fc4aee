using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Sweeps;

/// <summary>The first half of a sweep: looks at some articles, writes down what the change does to them, changes nothing.</summary>
internal sealed partial class SweepCounter(ILogger<SweepCounter> log)
{
    /// <summary>Articles of a step, which is one transaction.</summary>
    public const int StepSize = 512;

    /// <returns>The last number that is done.</returns>
    public async Task<SweepStep> StepAsync(LabelContext db, SweepPartRow part, PartArticles page, long cursor, SweepLook look, CancellationToken cancel)
    {
        var (articles, last) = await page.ReadAsync(db, cursor, StepSize, cancel);
        var desk = await SweepDesk.OfAsync(db, [.. articles.Select(a => a.Id)], cancel);
        var (results, failed) = (new List<SweepResultRow>(), 0);
        foreach (var article in articles)
        {
            cancel.ThrowIfCancellationRequested();
            if (LookAt(part, look, article, desk) is { } result)
            {
                results.Add(result);
                failed += result.State == Kebab<SweepResultState>.Word(SweepResultState.Failed) ? 1 : 0;
            }
        }

        return new SweepStep(last, articles.Count, failed) { Results = results };
    }

    /// <summary>An article that cannot be looked at must not keep the others from it; it stands in the results.</summary>
    private SweepResultRow? LookAt(SweepPartRow part, SweepLook look, SweepArticle article, SweepDesk desk)
    {
        try
        {
            var known = article with { HasDesk = desk.Has(article.Id) || article.LabelsHash is null };
            return look.At(known, desk.Of(article.Id)) is { } found ? Row(part, article, SweepResultState.Found, found) : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            NotLookedAt(error, article.Id);
            return Row(part, article, SweepResultState.Failed, new SweepLook.Found(SweepEffects.None, null));
        }
    }

    private static SweepResultRow Row(SweepPartRow part, SweepArticle article, SweepResultState state, SweepLook.Found found) => new()
    {
        Sweep = part.Sweep,
        ArticleId = article.Id,
        Site = article.Site,
        ExternalId = article.ExternalId,
        Url = article.Url,
        Effects = (int)found.Effects,
        Differences = found.Differences,
        Round = part.Round,
        State = Kebab<SweepResultState>.Word(state),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored article {Article} could not be looked at again and was passed over; it stands in the sweep's results")]
    private partial void NotLookedAt(Exception error, long article);
}

/// <summary>What one step did, before it is written.</summary>
/// <param name="Last">The last number that is done.</param>
internal sealed record SweepStep(long Last, int Looked, int Failed)
{
    public IReadOnlyList<SweepResultRow> Results { get; init; } = [];
}
