using LabelService.Workflow.Archive;
using LabelService.Workflow.Checks;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>
/// The articles of one group of checks: those that the store has, locked until the commit, and those that come new. Locks are taken in
/// the order of ids and new rows in the order of identities, so two nodes that write the same articles cannot wait for each other.
/// </summary>
internal sealed class PostgresArticles
{
    private readonly Dictionary<(string Site, string Identity), Known> _known = [];
    private readonly SortedSet<long> _tail = [];

    /// <summary>The first statement of a group.</summary>
    public static void AddFind(NpgsqlBatch batch, IReadOnlyList<PackedCheck> checks) => batch
        .Add(
            """
            SELECT a."Site", a."Identity", a."Id", a."ContentHash", a."Asked", a."Submitted" IS NULL, a."LabelsHash"
            FROM "articles" a JOIN (SELECT DISTINCT s, i FROM unnest($1, $2) AS given (s, i)) AS wanted ON a."Site" = wanted.s AND a."Identity" = wanted.i
            ORDER BY a."Id" FOR UPDATE OF a
            """)
        .Bind([.. checks.Select(c => c.Record.Site)]).Bind([.. checks.Select(c => c.Identity)]);

    public void ReadFound(NpgsqlDataReader rows)
    {
        while (rows.Read())
        {
            _known.Add((rows.GetString(0), rows.GetString(1)), new Known(rows.GetInt64(2), rows.GetString(3), rows.GetString(4), rows.GetBoolean(5), rows.IsDBNull(6) ? null : rows.GetString(6)));
        }
    }

    /// <summary>Of the statement of <see cref="AddNew"/>.</summary>
    public void ReadAdded(NpgsqlDataReader rows, IReadOnlyList<PackedCheck> checks)
    {
        for (var byKey = First(checks).ToDictionary(KeyOf); rows.Read();)
        {
            var key = (rows.GetString(1), rows.GetString(2));
            var first = byKey[key];
            _known.Add(key, new Known(rows.GetInt64(0), first.Record.Report.Article.ContentHash, first.Asked, IsErased: false, first.Record.LabelsHash) { IsNew = true });
        }
    }

    /// <returns>False where another node added one of them between two statements: the group must begin anew.</returns>
    public bool HasAll(IReadOnlyList<PackedCheck> checks) => checks.All(c => _known.ContainsKey(KeyOf(c)));

    /// <summary>Keeps the newest content of the article; the body is rewritten only where something changed.</summary>
    public PutArticle Put(NpgsqlBatch batch, PackedCheck check)
    {
        var record = check.Record;
        var (article, hash) = (record.Request.Article, record.Report.Article.ContentHash);
        var known = _known[KeyOf(check)];
        var sameContent = known.ContentHash == hash;
        if (!sameContent || known.Asked != check.Asked || known.IsErased || known.LabelsHash != record.LabelsHash)
        {
            batch
                .Add(
                    """
                    UPDATE "articles" SET "Url" = $1, "ContentHash" = $2, "Asked" = $3, "Submitted" = $4, "ChangedAt" = $5,
                    "Revision" = "Revision" + $6, "LabelsHash" = $7, "ErasedAt" = NULL WHERE "Id" = $8
                    """)
                .Bind(article.Url).Bind(hash).Bind(check.Asked).Bind(check.Submitted).Bind(record.Now.ToUnixTimeMilliseconds())
                .Bind(sameContent ? 0 : 1).Bind(record.LabelsHash).Bind(known.Id);
            _tail.Add(known.Id);
        }
        else if (known.IsNew)
        {
            _tail.Add(known.Id);
        }

        _known[KeyOf(check)] = known with { ContentHash = hash, Asked = check.Asked, IsErased = false, LabelsHash = record.LabelsHash, IsNew = false };

        // An article of an earlier version was never told of.
        return new PutArticle(known.Id, known.IsNew, known.LabelsHash is { } before && before != record.LabelsHash);
    }

    /// <summary>Those that are new or other than before: the index from words to articles does not have them as they are.</summary>
    public void AddToTail(NpgsqlBatch batch)
    {
        if (_tail.Count > 0)
        {
            batch
                .Add(
                    $"""
                    INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT id, {TailRow.PostgresStamp} FROM unnest($1) AS changed (id)
                    {TailRow.OnConflict}
                    """)
                .Bind([.. _tail]);
        }
    }

    /// <summary>
    /// Adds those that the store does not have, each as the first of its checks has it. In the same trip as the search, so the bodies of all are
    /// sent: a trip costs more.
    /// </summary>
    public static void AddNew(NpgsqlBatch batch, IReadOnlyList<PackedCheck> checks)
    {
        PackedCheck[] given = [.. First(checks).OrderBy(c => c.Record.Site, StringComparer.Ordinal).ThenBy(c => c.Identity, StringComparer.Ordinal)];
        batch
            .Add(
                """
                INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "LabelsHash", "Revision")
                SELECT given.*, 1 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9) AS given (site, identity, externalid, url, hash, asked, submitted, changed, labels)
                WHERE NOT EXISTS (SELECT FROM "articles" a WHERE a."Site" = given.site AND a."Identity" = given.identity)
                ON CONFLICT ("Site", "Identity") DO NOTHING RETURNING "Id", "Site", "Identity"
                """)
            .Bind([.. given.Select(c => c.Record.Site)]).Bind([.. given.Select(c => c.Identity)])
            .Bind([.. given.Select(c => c.Record.Request.Article.ExternalId)]).Bind([.. given.Select(c => c.Record.Request.Article.Url)])
            .Bind([.. given.Select(c => c.Record.Report.Article.ContentHash)]).Bind([.. given.Select(c => c.Asked)])
            .Bind([.. given.Select(c => c.Submitted)]).Bind([.. given.Select(c => c.Record.Now.ToUnixTimeMilliseconds())])
            .Bind([.. given.Select(c => c.Record.LabelsHash)]);
    }

    private static IEnumerable<PackedCheck> First(IReadOnlyList<PackedCheck> checks) => checks.DistinctBy(KeyOf);

    private static (string Site, string Identity) KeyOf(PackedCheck check) => (check.Record.Site, check.Identity);

    /// <summary>A row as the group leaves it so far: the second check of an article sees what the first wrote.</summary>
    private sealed record Known(long Id, string ContentHash, string Asked, bool IsErased, string? LabelsHash)
    {
        /// <summary>Added by this group, and not yet seen by any of its checks.</summary>
        public bool IsNew { get; init; }
    }
}
