using LabelService.Workflow.Checks;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>The open reviews of the articles of one group of checks, as the group leaves them so far.</summary>
internal sealed class PostgresReviews
{
    private readonly Dictionary<(long ArticleId, string ContentHash), string> _open = [];

    /// <summary>The second statement of a group, run when its articles are locked.</summary>
    public static void AddFind(NpgsqlBatch batch, IReadOnlyList<PackedCheck> checks) => batch
        .Add(
            """
            SELECT r."ArticleId", r."ContentHash", r."Id" FROM "reviews" r JOIN "articles" a ON a."Id" = r."ArticleId"
            WHERE r."State" = 'open' AND (a."Site", a."Identity") IN (SELECT s, i FROM unnest($1, $2) AS given (s, i))
            """)
        .Bind([.. checks.Select(c => c.Record.Site)]).Bind([.. checks.Select(c => c.Identity)]);

    public void ReadFound(NpgsqlDataReader rows)
    {
        while (rows.Read())
        {
            _open[(rows.GetInt64(0), rows.GetString(1))] = rows.GetString(2);
        }
    }

    /// <summary>The open review of this very content, or a new one; reviews of earlier content are superseded.</summary>
    public string Put(NpgsqlBatch batch, CheckRecord record, long articleId)
    {
        var hash = record.Report.Article.ContentHash;
        if (_open.TryGetValue((articleId, hash), out var found))
        {
            return found;
        }

        batch.Add("""UPDATE "reviews" SET "State" = 'superseded', "Revision" = "Revision" + 1 WHERE "ArticleId" = $1 AND "State" = 'open'""").Bind(articleId);
        foreach (var superseded in _open.Keys.Where(k => k.ArticleId == articleId).ToList())
        {
            _open.Remove(superseded);
        }

        var id = RandomId.Next("rev", record.Now);
        batch
            .Add(
                """
                INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "OpenedAt", "State", "Revision")
                VALUES ($1, $2, $3, $4, $5, $6, 'open', 1)
                """)
            .Bind(id).Bind(record.Site).Bind(record.Report.Id).Bind(articleId).Bind(hash).Bind(record.Now.ToUnixTimeMilliseconds());
        return _open[(articleId, hash)] = id;
    }
}
