using System.Data.Common;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Reviews;

/// <summary>What a check that leaves something to a moderator needs before it is written.</summary>
internal sealed class FlaggedChecks(
    IDbContextFactory<LabelContext> contexts, BindingDecisions decisions, ExceptionsInForce exceptions, IOptions<ReviewOptions> options)
{
    public ReviewDraft? Draft(CheckReport report, CheckRequest request, Ruleset ruleset, DateTimeOffset now) =>
        ReviewDraft.Of(report, request, ruleset, options.Value, now);

    /// <summary>What the article must carry with the decisions that were made on it before.</summary>
    /// <returns>See <see cref="ArticleRow.LabelsHash"/>.</returns>
    /// <param name="today">What rules alone say for today.</param>
    public async Task<string> LabelsAsync(CheckReport today, CheckRequest request, Ruleset ruleset, string site, CancellationToken cancel)
    {
        var binding = await BindingAsync(site, ArticleIdentity.Of(request.Article, today.Article.ContentHash), cancel);
        var found = EffectiveReport.Of(today, request with { AsOf = null }, today.AsOf, ruleset, exceptions.Of(ruleset, site), binding);
        return LabelsHash.Of(found.Effective);
    }

    private async Task<List<DecisionRow>> BindingAsync(string site, string identity, CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await decisions.BindingAsync(db, site, identity, cancel);
        }
        catch (DbException error)
        {
            throw new StoreUnavailableException(error);
        }
    }
}
