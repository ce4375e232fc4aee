using LabelService.Engine.Model;
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
            $"""SELECT "ArticleId", "DisclosureId", "Basis", "ReviewId" FROM "decisions" WHERE "State" = 'binding' AND "ArticleId" IN {OfTheGroup}""",
            $"""SELECT "ArticleId", "Id", "State", "ContentHash", "DueAt" FROM "reviews" WHERE "Waiting" = 1 AND "ArticleId" IN {OfTheGroup} ORDER BY "Number" """,
            $"""SELECT "ArticleId", "ReviewId", "DisclosureId", "Basis" FROM "review_items" WHERE "Waiting" = 1 AND "ArticleId" IN {OfTheGroup}""",
        ];
        foreach (var query in queries)
        {
            batch.Add(query).Bind([.. checks.Select(c => c.Record.Site)]).Bind([.. checks.Select(c => c.Identity)]);
        }
    }

    public void ReadFound(NpgsqlDataReader rows)
    {
        while (rows.Read())
        {
            var known = Of(rows.GetInt64(0));
            known.Decided.Add((rows.GetString(1), rows.GetString(2)));
            _known[rows.GetInt64(0)] = known with { LastDecided = rows.GetString(3) };
        }

        rows.NextResult();
        while (rows.Read())
        {
            var due = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4));
            _known[rows.GetInt64(0)] = Of(rows.GetInt64(0)) with { Waiting = new WaitingReview(rows.GetString(1), rows.GetString(2), rows.GetString(3), due, []) };
        }

        rows.NextResult();
        while (rows.Read())
        {
            if (Of(rows.GetInt64(0)).Waiting is { } waiting && waiting.Id == rows.GetString(1))
            {
                waiting.Items.Add((rows.GetString(2), rows.GetString(3)));
            }
        }
    }

    /// <returns>The review that the answer refers to.</returns>
    public ReviewReference? Put(NpgsqlBatch batch, PostgresLedger ledger, CheckRecord record, PutArticle article)
    {
        var plan = ReviewPlan.Of(record, record.Review, Of(article.Id));
        if (plan.Ends is not null)
        {
            Supersede(batch, article.Id);
        }

        if (plan.MovesTo is { } moved)
        {
            Move(batch, moved.Review, moved.At);
        }

        if (!plan.Opens.IsEmpty)
        {
            Add(batch, record, record.Review!, article.Id, plan);
        }

        Follow(article.Id, record, plan);
        ledger.Add(plan.Events(article, record), plan.Audit(record));
        return plan.Reference;
    }

    private ArticleReviews Of(long article) => _known.GetValueOrDefault(article) ?? ArticleReviews.None;

    /// <summary>The second check of an article in a group sees what the first did.</summary>
    private void Follow(long article, CheckRecord record, ReviewPlan plan)
    {
        var known = Of(article);
        var waiting = plan.Opens.IsEmpty
            ? plan.Ends is null ? known.Waiting : null
            : new WaitingReview(
                plan.Reference!.Id, plan.Reference.State, record.Report.Article.ContentHash, record.Review!.DueAt, [.. plan.Opens.Select(q => (q.DisclosureId, q.Basis))]);
        _known[article] = known with { Waiting = plan.MovesTo is { } moved && waiting is not null ? waiting with { DueAt = moved.At } : waiting };
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

    private static void Move(NpgsqlBatch batch, WaitingReview review, DateTimeOffset at)
    {
        batch.Add("""UPDATE "reviews" SET "DueAt" = $2, "IsPlanned" = TRUE WHERE "Id" = $1""").Bind(review.Id).Bind(at.ToUnixTimeMilliseconds());
        batch.Add("""UPDATE "review_items" SET "DueAt" = $2 WHERE "ReviewId" = $1 AND "Waiting" = 1""").Bind(review.Id).Bind(at.ToUnixTimeMilliseconds());
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
        foreach (var q in plan.Opens)
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
