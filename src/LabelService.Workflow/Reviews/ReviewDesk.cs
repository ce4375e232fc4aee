using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>One review with everything that a moderator decides by.</summary>
internal sealed class ReviewDesk(
    IDbContextFactory<LabelContext> contexts, RulesetHolder rulesets, ExceptionsInForce exceptions, BindingDecisions binding)
{
    private const int MostEarlier = 20;

    /// <param name="language">The reader's: the reasons are told in it too where the article's is another.</param>
    public async Task<Answer<DeskView>> OpenAsync(string id, Person person, CancellationToken cancel, string? language = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Reviews.AsNoTracking().SeenBy(person).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        var items = await db.ReviewItems.AsNoTracking().Where(i => i.ReviewNumber == review.Number).OrderBy(i => i.Number).ToListAsync(cancel);
        var article = await ReviewArticle.OfAsync(db, review.ArticleId, cancel);
        var inForce = await binding.BindingAsync(db, review.ArticleId, cancel);
        var found = article.Check(rulesets.Current, exceptions, inForce);
        var check = await db.Checks.AsNoTracking().Where(c => c.Id == review.CheckId).Select(c => c.Report).SingleAsync(cancel);
        var entities = items.Select(i => i.EntityId).OfType<string>().Distinct().ToList();
        return new DeskView(
            review, [.. items], PackedJson.Unpack(check), found,
            found is null ? null : ArticleReader.Read(article.Request!), article.Row.ContentHash == review.ContentHash,
            [.. await db.ReviewNotes.AsNoTracking().Where(n => n.ReviewId == id).OrderBy(n => n.At).ToListAsync(cancel)],
            [.. await EarlierAsync(db, review, entities, person, cancel)],
            [.. await db.EntityHolds.AsNoTracking().Where(h => h.LiftedAt == null && entities.Contains(h.EntityId)).ToListAsync(cancel)],
            await ReviewBook.IsForSeniorsAsync(db, review, cancel),
            VersionChange.Of(article))
        {
            Told = language is null || found is null || IsIn(language, found.Plain) ? found?.Plain : In(language, article).CheckPlain(rulesets.Current, exceptions) ?? found.Plain,
        };
    }

    /// <summary>Near misses take the engine another look: only where somebody asks.</summary>
    public async Task<Answer<NearMissList>> NearMissesAsync(string id, Person person, CancellationToken cancel, string? language = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Reviews.AsNoTracking().SeenBy(person).SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } review)
        {
            return ReviewRefusals.Unknown;
        }

        var article = await ReviewArticle.OfAsync(db, review.ArticleId, cancel);
        var asking = article with { Request = article.Request is { } request ? request with { Include = [ReportPart.NearMisses], Languages = language is null ? request.Languages : [language] } : null };
        return new NearMissList(asking.CheckPlain(rulesets.Current, exceptions)?.NearMisses ?? []);
    }

    private static bool IsIn(string language, CheckReport report) =>
        report.Article.Language?.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase) == true;

    private static ReviewArticle In(string language, ReviewArticle article) =>
        article with { Request = article.Request! with { Include = null, Languages = [language] } };

    /// <summary>What was decided before on the same article, entity or question, the newest first.</summary>
    private static async Task<List<DecisionRow>> EarlierAsync(LabelContext db, ReviewRow review, List<string> entities, Person person, CancellationToken cancel)
    {
        var sites = ReviewBook.SitesOf(person);
        var ofArticle = await db.Decisions.AsNoTracking().Where(d => d.ArticleId == review.ArticleId).OrderByDescending(d => d.At).Take(MostEarlier).ToListAsync(cancel);
        var ofEntities = entities.Count == 0
            ? []
            : await db.Decisions.AsNoTracking().Where(d => entities.Contains(d.EntityId!) && d.ArticleId != review.ArticleId && (sites == null || sites.Contains(d.Site)))
                .OrderByDescending(d => d.At).Take(MostEarlier).ToListAsync(cancel);
        return [.. ofArticle.Concat(ofEntities).OrderByDescending(d => d.At).Take(MostEarlier)];
    }
}

/// <param name="Check">The answer that was flagged, as it was given.</param>
/// <param name="Found">What holds now; null where the article was erased.</param>
/// <param name="Text">The article as read; null with it.</param>
/// <param name="IsNewest">Whether the article is still as it was flagged.</param>
/// <param name="Earlier">Decisions on the article and on the entities, the newest first.</param>
/// <param name="Change">What changed since the version last decided on; empty where none was, or nothing did.</param>
internal sealed record DeskView(
    ReviewRow Review, ImmutableArray<ReviewItemRow> Items, byte[] Check, EffectiveReport? Found, ReadArticle? Text, bool IsNewest,
    ImmutableArray<ReviewNoteRow> Notes, ImmutableArray<DecisionRow> Earlier, ImmutableArray<EntityHoldRow> Holds, bool IsForSeniors, ImmutableArray<ChangedLine> Change)
{
    /// <summary>What rules alone say, with its reasons in the reader's language; null with <see cref="Found"/>.</summary>
    public CheckReport? Told { get; init; }
}

internal sealed record NearMissList(ImmutableArray<NearMiss> NearMisses);
