using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>The reviews of the articles of one group of checks, as the group leaves them so far.</summary>
internal sealed class PostgresReviews
{
    private const string OfTheGroup = """(SELECT a."Id" FROM "articles" a WHERE (a."Site", a."Identity") IN (SELECT s, i FROM unnest($1, $2) AS given (s, i)))""";
    private readonly Dictionary<long, ArticleReviews> _known = [];

    /// <summary>The statements after the first of a group, run when its articles are locked: binding decisions, reviews that wait, their questions.</summary>
    public static void AddFind(NpgsqlBatch batch, IReadOnlyList<PackedCheck> checks)
    {
        string[] queries =
        [
            $"""SELECT "ArticleId", "DisclosureId", "Basis", "ReviewId", COALESCE("SecondAt", "At"), "RememberedId" IS NOT NULL FROM "decisions" WHERE "State" = 'binding' AND "ArticleId" IN {OfTheGroup} ORDER BY "At" """,
            $"""SELECT "ArticleId", "Id", "State", "ContentHash", "DueAt", "AppealedAt" FROM "reviews" WHERE "Waiting" = 1 AND "ArticleId" IN {OfTheGroup} ORDER BY "Number" """,
            $"""SELECT "ArticleId", "ReviewId", "DisclosureId", "Basis" FROM "review_items" WHERE "Waiting" = 1 AND "ArticleId" IN {OfTheGroup}""",
        ];
        foreach (var query in queries)
        {
            batch.Add(query).Bind([.. checks.Select(c => c.Record.Site)]).Bind([.. checks.Select(c => c.Identity)]);
        }
    }

    public void ReadFound(NpgsqlDataReader rows)
    {
        var decisions = new Dictionary<long, List<KnownDecision>>();
        while (rows.Read())
        {
            if (!decisions.TryGetValue(rows.GetInt64(0), out var made))
            {
                decisions[rows.GetInt64(0)] = made = [];
            }

            made.Add(new KnownDecision(rows.GetString(1), rows.GetString(2), rows.GetString(3), At(rows, 4)!.Value, rows.GetBoolean(5)));
        }

        var waiting = new Dictionary<long, WaitingReview>();
        rows.NextResult();
        while (rows.Read())
        {
            waiting[rows.GetInt64(0)] = new WaitingReview(rows.GetString(1), rows.GetString(2), rows.GetString(3), At(rows, 4)!.Value, At(rows, 5), []);
        }

        rows.NextResult();
        while (rows.Read())
        {
            if (waiting.TryGetValue(rows.GetInt64(0), out var review) && review.Id == rows.GetString(1))
            {
                review.Items.Add((rows.GetString(2), rows.GetString(3)));
            }
        }

        foreach (var article in decisions.Keys.Union(waiting.Keys))
        {
            _known[article] = ArticleReviews.Of(waiting.GetValueOrDefault(article), decisions.GetValueOrDefault(article) ?? []);
        }
    }

    /// <returns>The review that the answer refers to.</returns>
    public ReviewReference? Put(NpgsqlBatch batch, PostgresLedger ledger, CheckRecord record, PutArticle article)
    {
        var plan = ReviewPlan.Of(record.Review, Of(article.Id), record.Report.Article.ContentHash, record.Now, record.Report.IsIncomplete);
        if (plan.Ends is not null)
        {
            Supersede(batch, article.Id);
        }

        if (plan.Keeps is { } kept)
        {
            Keep(batch, record, kept);
        }

        if (!plan.Opens.IsEmpty)
        {
            Add(batch, record, record.Review!, article.Id, plan);
        }

        Follow(article.Id, record, plan);
        ledger.Add(
            plan.Events().Select(e => article.Event(e.Type, record) with { CheckId = record.Report.Id, ReviewId = e.Review }),
            plan.Audit(AuditActor.OfKey(record.KeyId), record.Site, ("check", record.Report.Id)));
        return plan.Reference;
    }

    private ArticleReviews Of(long article) => _known.GetValueOrDefault(article) ?? ArticleReviews.None;

    /// <summary>The second check of an article in a group sees what the first did.</summary>
    private void Follow(long article, CheckRecord record, ReviewPlan plan)
    {
        var known = Of(article);
        var content = record.Report.Article.ContentHash;
        var waiting = plan switch
        {
            { Opens.IsEmpty: false } => new WaitingReview(plan.Reference!.Id, plan.Reference.State, content, record.Review!.DueAt, null, [.. plan.Opens.Select(q => q.Place)]),
            { Keeps: { } kept } => kept.Review with { ContentHash = content, DueAt = kept.DueAt, Items = [.. kept.Review.Items.Except(kept.Closes).Concat(kept.Adds.Select(q => q.Place))] },
            _ => null,
        };
        _known[article] = known with { Waiting = waiting };
    }

    private static void Supersede(NpgsqlBatch batch, long article)
    {
        batch.Add(
            """
            UPDATE "reviews" SET "State" = 'superseded', "Waiting" = 0, "Revision" = "Revision" + 1, "ClaimedById" = NULL, "ClaimedByName" = NULL,
            "LeaseUntil" = NULL WHERE "ArticleId" = $1 AND "Waiting" = 1
            """).Bind(article);
        batch.Add("""UPDATE "review_items" SET "Waiting" = 0 WHERE "ArticleId" = $1 AND "Waiting" = 1""").Bind(article);
    }

    private static DateTimeOffset? At(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(column));

    private static void Keep(NpgsqlBatch batch, CheckRecord record, ReviewKept kept)
    {
        var (id, due) = (kept.Review.Id, kept.DueAt.ToUnixTimeMilliseconds());
        if (kept.IsMoved)
        {
            batch.Add("""UPDATE "reviews" SET "DueAt" = $2, "IsPlanned" = $3 = 1 WHERE "Id" = $1""").Bind(id).Bind(due).Bind(kept.IsPlanned ? 1 : 0);
            batch.Add("""UPDATE "review_items" SET "DueAt" = $2 WHERE "ReviewId" = $1 AND "Waiting" = 1""").Bind(id).Bind(due);
        }

        if (kept.IsChanged && record.Review is { } draft)
        {
            batch.Add(
                """
                UPDATE "reviews" SET "CheckId" = $2, "ContentHash" = $3, "Language" = $4, "Title" = $5, "Author" = $6, "SearchText" = $7,
                "Persons" = greatest("Persons", $8), "Revision" = "Revision" + 1 WHERE "Id" = $1
                """)
                .Bind(id).Bind(record.Report.Id).Bind(record.Report.Article.ContentHash).Bind(draft.Language).Bind(draft.Title).Bind(draft.Author).Bind(draft.SearchText).Bind(draft.Persons);
        }

        foreach (var (disclosure, basis) in kept.Closes)
        {
            batch.Add("""UPDATE "review_items" SET "Waiting" = 0 WHERE "ReviewId" = $1 AND "DisclosureId" = $2 AND "Basis" = $3 AND "Waiting" = 1""").Bind(id).Bind(disclosure).Bind(basis);
            batch.Add(
                """
                UPDATE "decisions" SET "State" = 'ended', "EndedAt" = $3, "EndedWhy" = 'no-longer-asked' WHERE "ReviewId" = $1 AND "DisclosureId" = $2 AND "State" IN ('proposed', 'disputed')
                """).Bind(id).Bind(disclosure).Bind(record.Now.ToUnixTimeMilliseconds());
        }

        AddItems(batch, id, kept.Adds);
    }

    private static void Add(NpgsqlBatch batch, CheckRecord record, ReviewDraft draft, long article, ReviewPlan plan)
    {
        var (id, due, submitted) = (plan.Reference!.Id, draft.DueAt.ToUnixTimeMilliseconds(), record.Request.Article);
        batch.Add(
            """
            INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "Waiting", "OpenedAt", "DueAt", "IsPlanned",
            "Language", "Title", "Author", "ExternalId", "Url", "SearchText", "Persons", "Revision")
            VALUES ($1, $2, $3, $4, $5, 'open', 1, $6, $7, $8 = 1, $9, $10, $11, $12, $13, $14, $15, 1)
            """)
            .Bind(id).Bind(record.Site).Bind(record.Report.Id).Bind(article).Bind(record.Report.Article.ContentHash)
            .Bind(record.Now.ToUnixTimeMilliseconds()).Bind(due).Bind(draft.IsPlanned ? 1 : 0).Bind(draft.Language).Bind(draft.Title)
            .Bind(draft.Author).Bind(submitted.ExternalId).Bind(submitted.Url).Bind(draft.SearchText).Bind(draft.Persons);
        AddItems(batch, id, plan.Opens);
    }

    private static void AddItems(NpgsqlBatch batch, string id, ImmutableArray<Question> questions)
    {
        foreach (var q in questions)
        {
            batch.Add(
                """
                INSERT INTO "review_items" ("ReviewNumber", "ReviewId", "ArticleId", "Site", "DisclosureId", "Question", "Basis", "Type", "Rule",
                "Jurisdiction", "EntityId", "EntityName", "Words", "Reason", "Confidence", "Language", "DueAt", "Waiting")
                SELECT "Number", "Id", "ArticleId", "Site", $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "Language", "DueAt", 1 FROM "reviews" WHERE "Id" = $1
                """)
                .Bind(id).Bind(q.DisclosureId).Bind(q.Key).Bind(q.Basis).Bind(q.Type).Bind(q.Rule).Bind(q.Jurisdiction).Bind(q.EntityId).Bind(q.EntityName)
                .Bind(q.Words).Bind(Kebab<PendingReason>.Word(q.Reason)).Bind(q.Confidence);
        }
    }
}
