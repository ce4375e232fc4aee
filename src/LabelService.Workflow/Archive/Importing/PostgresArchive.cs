using LabelService.Workflow.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>The bulk write on PostgreSQL: articles are copied into a table of the connection's own and merged from there; postings are copied.</summary>
internal sealed class PostgresArchive : IArchiveStore
{
    private readonly NpgsqlConnection _connection;

    public PostgresArchive(IOptions<StorageOptions> options)
    {
        _connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Value.Prepared()) { Pooling = false }.ToString());
        _connection.Open();
        using var command = new NpgsqlCommand(
            """
            CREATE TEMPORARY TABLE "importing" ("Place" int, "Identity" text, "ExternalId" text, "Url" text, "ContentHash" text, "Asked" text, "Submitted" bytea, "LabelsHash" text) ON COMMIT DELETE ROWS;
            ALTER TABLE "importing" ALTER COLUMN "Submitted" SET STORAGE EXTERNAL;
            """,
            _connection);
        command.ExecuteNonQuery();
    }

    public Dictionary<string, StoredArticle> Find(string site, IReadOnlyCollection<string> identities)
    {
        var found = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        using var command = new NpgsqlCommand("""SELECT "Identity", "ContentHash", "Submitted" IS NULL FROM "articles" WHERE "Site" = $1 AND "Identity" = ANY ($2)""", _connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = site });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities] });
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found[rows.GetString(0)] = new StoredArticle(rows.GetString(1), rows.GetBoolean(2));
        }

        return found;
    }

    public void Write(ImportPage page)
    {
        using var transaction = _connection.BeginTransaction();
        var added = page.Articles.Count == 0 ? [] : Merge(page);
        if (added.Count > 0)
        {
            added.Sort();
            AddSegment([.. added.Select(a => a.Id)], [.. added.Select(a => page.Articles[a.Place].Keys)]);
        }

        WriteJournal(page.Journal);
        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private List<(long Id, int Place)> Merge(ImportPage page)
    {
        using (var copy = _connection.BeginBinaryImport("""COPY "importing" FROM STDIN (FORMAT BINARY)"""))
        {
            for (var i = 0; i < page.Articles.Count; i++)
            {
                CopyRow(copy, i, page.Articles[i]);
            }

            copy.Complete();
        }

        // New rows in the order of identities, as nodes add theirs.
        using var merge = new NpgsqlCommand(
            """
            WITH added AS (
                INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "LabelsHash", "Revision")
                SELECT $1, "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", $2, "LabelsHash", 1 FROM "importing" ORDER BY "Identity" COLLATE "C"
                ON CONFLICT ("Site", "Identity") DO NOTHING RETURNING "Id", "Identity")
            SELECT "Id", "Place" FROM added JOIN "importing" USING ("Identity")
            """,
            _connection);
        merge.Parameters.Add(new NpgsqlParameter<string> { TypedValue = page.Site });
        merge.Parameters.Add(new NpgsqlParameter<long> { TypedValue = page.Now.ToUnixTimeMilliseconds() });
        using var rows = merge.ExecuteReader();
        var added = new List<(long, int)>(page.Articles.Count);
        while (rows.Read())
        {
            added.Add((rows.GetInt64(0), rows.GetInt32(1)));
        }

        return added;
    }

    private static void CopyRow(NpgsqlBinaryImporter copy, int place, ImportedArticle article)
    {
        copy.StartRow();
        copy.Write(place, NpgsqlDbType.Integer);
        foreach (var text in (string?[])[article.Identity, article.ExternalId, article.Url, article.ContentHash, article.Asked])
        {
            copy.Write(text, NpgsqlDbType.Text);
        }

        copy.Write(article.Submitted, NpgsqlDbType.Bytea);
        copy.Write(article.LabelsHash, NpgsqlDbType.Text);
    }

    private void AddSegment(long[] ids, List<uint[]> keys)
    {
        using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({IndexTurn.SegmentLock})", _connection))
        {
            turn.ExecuteNonQuery();
        }

        using var command = new NpgsqlCommand("""INSERT INTO "archive_segments" ("Count", "Articles") VALUES ($1, $2) RETURNING "Id" """, _connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ids.Length });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = PackedArticles.Pack(ids) });
        var first = (long)command.ExecuteScalar()! << Postings.BucketBits;
        using var copy = _connection.BeginBinaryImport("""COPY "archive_postings" ("Id", "Data") FROM STDIN (FORMAT BINARY)""");
        foreach (var (bucket, data) in Postings.Build(keys))
        {
            copy.StartRow();
            copy.Write(first + bucket, NpgsqlDbType.Bigint);
            copy.Write(data, NpgsqlDbType.Bytea);
        }

        copy.Complete();
    }

    private void WriteJournal(ImportRow row)
    {
        using var batch = new NpgsqlBatch(_connection);
        batch.Add("""DELETE FROM "archive_imports" WHERE "Id" = $1""").Bind(row.Id);
        batch
            .Add(
                """
                INSERT INTO "archive_imports" ("Id", "Site", "Source", "Stamp", "Records", "Position", "Added", "Known", "Changed", "Rejected", "Pending", "RejectsLength", "StartedAt", "FinishedAt")
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, nullif($14, 0))
                """)
            .Bind(row.Id).Bind(row.Site).Bind(row.Source).Bind(row.Stamp).Bind(row.Records).Bind(row.Position).Bind(row.Added).Bind(row.Known).Bind(row.Changed)
            .Bind(row.Rejected).Bind(row.Pending).Bind(row.RejectsLength).Bind(row.StartedAt.ToUnixTimeMilliseconds()).Bind(row.FinishedAt?.ToUnixTimeMilliseconds() ?? 0);
        batch.ExecuteNonQuery();
    }
}
