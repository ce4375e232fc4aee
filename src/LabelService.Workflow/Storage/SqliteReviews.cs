using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Storage;

/// <summary>What a check does to the reviews of its article.</summary>
internal static class SqliteReviews
{
    /// <returns>The review that the answer refers to.</returns>
    public static ReviewReference? Put(SqliteCommands commands, SqliteLedger ledger, CheckRecord record, PutArticle article)
    {
        var (number, known) = article.IsNew ? (0, ArticleReviews.None) : Find(commands, article.Id);
        var plan = ReviewPlan.Of(record.Review, known, record.Report.Article.ContentHash, record.Now, record.Report.IsIncomplete);
        if (plan.Ends is not null)
        {
            commands.SupersedeReviews.Bind(1, article.Id).Run();
            commands.SupersedeItems.Bind(1, article.Id).Run();
        }

        if (plan.Keeps is { } kept)
        {
            Keep(commands, record, article.Id, number, kept);
        }

        if (!plan.Opens.IsEmpty)
        {
            Add(commands, record, record.Review!, article.Id, plan);
        }

        foreach (var (type, review) in plan.Events())
        {
            ledger.Event(article.Event(type, record) with { CheckId = record.Report.Id, ReviewId = review });
        }

        if (plan.Audit(AuditActor.OfKey(record.KeyId), record.Site, ("check", record.Report.Id)) is { } entry)
        {
            ledger.Audit(entry);
        }

        return plan.Reference;
    }

    private static (long Number, ArticleReviews Known) Find(SqliteCommands commands, long article)
    {
        var decided = new List<KnownDecision>();
        var rows = commands.Decided.Bind(1, article);
        while (rows.Read())
        {
            decided.Add(new KnownDecision(rows.Text(0), rows.Text(1), rows.Text(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.Number(3)), rows.Number(4) == 1));
        }

        rows.Reset();
        var (number, waiting) = Waiting(commands, article);
        return (number, ArticleReviews.Of(waiting, decided));
    }

    private static (long Number, WaitingReview? Review) Waiting(SqliteCommands commands, long article)
    {
        var found = commands.FindReview.Bind(1, article);
        if (!found.Read())
        {
            found.Reset();
            return (0, null);
        }

        var number = found.Number(0);
        var appealed = found.Number(5) is > 0 and var at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
        var review = new WaitingReview(found.Text(1), found.Text(2), found.Text(3), DateTimeOffset.FromUnixTimeMilliseconds(found.Number(4)), appealed, []);
        found.Reset();
        var items = commands.FindItems.Bind(1, number);
        while (items.Read())
        {
            review.Items.Add((items.Text(0), items.Text(1)));
        }

        items.Reset();
        return (number, review);
    }

    private static void Add(SqliteCommands commands, CheckRecord record, ReviewDraft draft, long article, ReviewPlan plan)
    {
        var (id, due, submitted) = (plan.Reference!.Id, draft.DueAt.ToUnixTimeMilliseconds(), record.Request.Article);
        commands.AddReview
            .Bind(1, id).Bind(2, record.Site).Bind(3, record.Report.Id).Bind(4, article).Bind(5, record.Report.Article.ContentHash)
            .Bind(6, record.Now.ToUnixTimeMilliseconds()).Bind(7, due).Bind(8, draft.IsPlanned ? 1 : 0).Bind(9, draft.Language).Bind(10, draft.Title)
            .Bind(11, draft.Author).Bind(12, submitted.ExternalId).Bind(13, submitted.Url).Bind(14, draft.SearchText).Bind(15, draft.Persons)
            .Run();
        AddItems(commands, record, article, commands.LastId, id, plan.Opens, due);
    }

    private static void Keep(SqliteCommands commands, CheckRecord record, long article, long number, ReviewKept kept)
    {
        var due = kept.DueAt.ToUnixTimeMilliseconds();
        if (kept.IsMoved)
        {
            commands.MoveReview.Bind(1, number).Bind(2, due).Bind(3, kept.IsPlanned ? 1 : 0).Run();
            commands.MoveItems.Bind(1, number).Bind(2, due).Run();
        }

        if (kept.IsChanged && record.Review is { } draft)
        {
            commands.ChangeReview
                .Bind(1, number).Bind(2, record.Report.Id).Bind(3, record.Report.Article.ContentHash).Bind(4, draft.Language).Bind(5, draft.Title)
                .Bind(6, draft.Author).Bind(7, draft.SearchText).Bind(8, draft.Persons)
                .Run();
        }

        foreach (var (disclosure, basis) in kept.Closes)
        {
            commands.CloseItem.Bind(1, number).Bind(2, disclosure).Bind(3, basis).Run();
            commands.EndProposals.Bind(1, kept.Review.Id).Bind(2, disclosure).Bind(3, record.Now.ToUnixTimeMilliseconds()).Run();
        }

        AddItems(commands, record, article, number, kept.Review.Id, kept.Adds, due);
    }

    private static void AddItems(SqliteCommands commands, CheckRecord record, long article, long number, string id, ImmutableArray<Question> questions, long due)
    {
        foreach (var q in questions)
        {
            commands.AddItem
                .Bind(1, number).Bind(2, id).Bind(3, article).Bind(4, record.Site).Bind(5, q.DisclosureId).Bind(6, q.Key).Bind(7, q.Basis)
                .Bind(8, q.Type).Bind(9, q.Rule).Bind(10, q.Jurisdiction).Bind(11, q.EntityId).Bind(12, q.EntityName).Bind(13, q.Words)
                .Bind(14, Kebab<PendingReason>.Word(q.Reason)).Bind(15, q.Confidence).Bind(16, record.Review!.Language).Bind(17, due)
                .Run();
        }
    }
}
