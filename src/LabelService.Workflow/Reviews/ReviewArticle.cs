using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>The article behind a review, ready to be checked again.</summary>
/// <param name="Request">Null once the article was erased, or where it no longer reads.</param>
internal sealed record ReviewArticle(ArticleRow Row, CheckRequest? Request)
{
    public static async Task<ReviewArticle> OfAsync(LabelContext db, long article, CancellationToken cancel) =>
        Of(await db.Articles.SingleAsync(a => a.Id == article, cancel));

    /// <summary>For whoever goes on to change review or labels: a check of the article that is being stored comes before or after, and neither waits for the other in a circle.</summary>
    public static async Task<ReviewArticle> LockedAsync(LabelContext db, long article, CancellationToken cancel)
    {
        await LockAsync(db, article, cancel);
        return await OfAsync(db, article, cancel);
    }

    /// <summary>The lock alone. On SQLite every transaction is the only one that writes.</summary>
    public static Task LockAsync(LabelContext db, long article, CancellationToken cancel) => db.IsShared
        ? db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "articles" WHERE "Id" = {article} FOR UPDATE""", cancel)
        : Task.CompletedTask;

    public static ReviewArticle Of(ArticleRow row)
    {
        return new ReviewArticle(row, row.Submitted is { } submitted ? CheckRequestReader.Read(PackedJson.Unpack(submitted)).Value : null);
    }

    /// <summary>What it must carry on a day, with the decisions that bind.</summary>
    /// <returns>Null where there is nothing to check, or nothing to check it by.</returns>
    public EffectiveReport? Check(LoadedRuleset loaded, ExceptionsInForce exceptions, IReadOnlyCollection<DecisionRow> binding)
    {
        if (Request is null || loaded.For(Request.Article) is not { } ruleset)
        {
            return null;
        }

        try
        {
            var plain = Request with { AsOf = null, Include = null };
            return EffectiveReport.Of(plain, Day(ruleset, exceptions), ruleset, exceptions.Of(ruleset, Row.Site), binding);
        }
        catch (CheckRefusedException)
        {
            return null;
        }
    }

    /// <summary>What rules alone say today, with what the request includes.</summary>
    public CheckReport? CheckPlain(LoadedRuleset loaded, ExceptionsInForce exceptions)
    {
        if (Request is null || loaded.For(Request.Article) is not { } ruleset)
        {
            return null;
        }

        try
        {
            return ArticleChecker.Check(Request with { AsOf = null }, Day(ruleset, exceptions), ruleset, exceptions.Of(ruleset, Row.Site));
        }
        catch (CheckRefusedException)
        {
            return null;
        }
    }

    private static AskedDay Day(Ruleset ruleset, ExceptionsInForce exceptions) => new(exceptions.Today(ruleset), DayOrigin.Today);
}
