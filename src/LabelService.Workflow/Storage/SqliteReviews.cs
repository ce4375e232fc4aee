using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Storage;

/// <summary>What a check does to the reviews of its article.</summary>
internal static class SqliteReviews
{
    /// <summary>
    /// The review that waits with these very questions, or a new one for those that no decision answers: an edit opens again only what it
    /// changed.
    /// </summary>
    /// <returns>Where every question is decided: the review that last did.</returns>
    public static ReviewReference? Put(SqliteCommands commands, SqliteLedger ledger, CheckRecord record, ReviewDraft draft, PutArticle article)
    {
        var (decided, last) = article.IsNew ? ([], null) : Decided(commands, article.Id);
        var open = draft.Questions.Where(q => !decided.Contains((q.DisclosureId, q.Basis))).ToList();
        if (open.Count == 0)
        {
            Supersede(commands, ledger, record, article, null);
            return Reference(last!, ReviewState.Decided);
        }

        if (!article.IsNew && Waiting(commands, record, article.Id, open, draft) is { } waiting)
        {
            return waiting;
        }

        var id = RandomId.Next("rev", record.Now);
        Supersede(commands, ledger, record, article, id);
        Add(commands, record, draft, article.Id, id, open);
        ledger.Event(article.Event(EventTypes.ReviewOpened, record) with { CheckId = record.Report.Id, ReviewId = id });
        return Reference(id, ReviewState.Open);
    }

    /// <summary>Nothing is left to decide: what waited for this article waits no more.</summary>
    public static ReviewReference? None(SqliteCommands commands, SqliteLedger ledger, CheckRecord record, PutArticle article)
    {
        Supersede(commands, ledger, record, article, null);
        return null;
    }

    private static ReviewReference Reference(string id, ReviewState state) => new(id, Kebab<ReviewState>.Word(state), $"/v1/reviews/{id}");

    private static (HashSet<(string, string)> Answered, string? Last) Decided(SqliteCommands commands, long article)
    {
        var answered = new HashSet<(string, string)>();
        string? last = null;
        var rows = commands.Decided.Bind(1, article);
        while (rows.Read())
        {
            answered.Add((rows.Text(0), rows.Text(1)));
            last = rows.Text(2);
        }

        rows.Reset();
        return (answered, last);
    }

    private static ReviewReference? Waiting(SqliteCommands commands, CheckRecord record, long article, List<Question> open, ReviewDraft draft)
    {
        var found = commands.FindReview.Bind(1, article);
        if (!found.Read())
        {
            found.Reset();
            return null;
        }

        var (number, id, state, same, due) = (found.Number(0), found.Text(1), found.Text(2), found.Text(3) == record.Report.Article.ContentHash, found.Number(4));
        found.Reset();
        if (!same || !Items(commands, number).SetEquals(open.Select(q => (q.DisclosureId, q.Basis))))
        {
            return null;
        }

        if (draft.IsPlanned && draft.DueAt.ToUnixTimeMilliseconds() is var planned && planned != due)
        {
            commands.MoveReview.Bind(1, number).Bind(2, planned).Run();
            commands.MoveItems.Bind(1, number).Bind(2, planned).Run();
        }

        return new ReviewReference(id, state, $"/v1/reviews/{id}");
    }

    private static HashSet<(string, string)> Items(SqliteCommands commands, long review)
    {
        var items = new HashSet<(string, string)>();
        var rows = commands.FindItems.Bind(1, review);
        while (rows.Read())
        {
            items.Add((rows.Text(0), rows.Text(1)));
        }

        rows.Reset();
        return items;
    }

    private static void Supersede(SqliteCommands commands, SqliteLedger ledger, CheckRecord record, PutArticle article, string? by)
    {
        if (article.IsNew)
        {
            return;
        }

        var found = commands.FindReview.Bind(1, article.Id);
        var id = found.Read() ? found.Text(1) : null;
        found.Reset();
        if (id is null)
        {
            return;
        }

        commands.SupersedeReviews.Bind(1, article.Id).Run();
        commands.SupersedeItems.Bind(1, article.Id).Run();
        ledger.Event(article.Event(EventTypes.ReviewSuperseded, record) with { CheckId = record.Report.Id, ReviewId = id });
        ledger.Audit(new AuditEntry(AuditActor.OfKey(record.KeyId), record.Site, AuditWhat.ReviewSuperseded, id,
            AuditData.Of(null, new() { ["check"] = record.Report.Id, ["by"] = by })));
    }

    private static void Add(SqliteCommands commands, CheckRecord record, ReviewDraft draft, long article, string id, List<Question> open)
    {
        var (due, submitted) = (draft.DueAt.ToUnixTimeMilliseconds(), record.Request.Article);
        commands.AddReview
            .Bind(1, id).Bind(2, record.Site).Bind(3, record.Report.Id).Bind(4, article).Bind(5, record.Report.Article.ContentHash)
            .Bind(6, record.Now.ToUnixTimeMilliseconds()).Bind(7, due).Bind(8, draft.IsPlanned ? 1 : 0).Bind(9, draft.Language).Bind(10, draft.Title)
            .Bind(11, draft.Author).Bind(12, submitted.ExternalId).Bind(13, submitted.Url).Bind(14, draft.SearchText).Bind(15, draft.Persons)
            .Run();
        var number = commands.LastId;
        foreach (var q in open)
        {
            commands.AddItem
                .Bind(1, number).Bind(2, id).Bind(3, article).Bind(4, record.Site).Bind(5, q.DisclosureId).Bind(6, q.Key).Bind(7, q.Basis)
                .Bind(8, q.Type).Bind(9, q.Rule).Bind(10, q.Jurisdiction).Bind(11, q.EntityId).Bind(12, q.EntityName).Bind(13, q.Words)
                .Bind(14, Kebab<PendingReason>.Word(q.Reason)).Bind(15, q.Confidence).Bind(16, draft.Language).Bind(17, due)
                .Run();
        }
    }
}
