using Npgsql;
using NpgsqlTypes;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>
/// New articles, copied straight into their table under numbers taken before. Where somebody stored one of them meanwhile, they go through a
/// table of the connection's own and are merged from there.
/// </summary>
internal static class PostgresBulk
{
    /// <returns>The number and place of each article; null where one of them is there by now.</returns>
    public static List<(long Id, int Place)>? Copy(NpgsqlTransaction transaction, ImportPage page)
    {
        var ids = Numbers(transaction.Connection!, page.Articles.Count);
        transaction.Save("copy");
        try
        {
            using var copy = transaction.Connection!.BeginBinaryImport(
                """
                COPY "articles" ("Id", "Site", "Revision", "ChangedAt", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "LabelsHash") FROM STDIN (FORMAT BINARY)
                """);
            for (var i = 0; i < ids.Count; i++)
            {
                copy.StartRow();
                copy.Write(ids[i], NpgsqlDbType.Bigint);
                copy.Write(page.Site, NpgsqlDbType.Text);
                copy.Write(1, NpgsqlDbType.Integer);
                copy.Write(page.Now.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
                WriteRow(copy, page.Articles[i]);
            }

            copy.Complete();
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            transaction.Rollback("copy");
            return null;
        }

        transaction.Release("copy");
        return [.. ids.Index().Select(id => (id.Item, id.Index))];
    }

    private static List<long> Numbers(NpgsqlConnection connection, int count)
    {
        using var command = new NpgsqlCommand("""SELECT nextval(pg_get_serial_sequence('"articles"', 'Id')) FROM generate_series(1, $1)""", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        using var rows = command.ExecuteReader();
        var ids = new List<long>(count);
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    /// <summary>Passes over articles that are there by now.</summary>
    public static List<(long Id, int Place)> Merge(NpgsqlConnection connection, ImportPage page)
    {
        using (var table = new NpgsqlCommand(
            """
            CREATE TEMPORARY TABLE "importing" ("Place" int, "Identity" text, "ExternalId" text, "Url" text, "ContentHash" text, "Asked" text, "Submitted" bytea, "LabelsHash" text) ON COMMIT DROP;
            ALTER TABLE "importing" ALTER COLUMN "Submitted" SET STORAGE EXTERNAL;
            """,
            connection))
        {
            table.ExecuteNonQuery();
        }

        using (var copy = connection.BeginBinaryImport("""COPY "importing" FROM STDIN (FORMAT BINARY)"""))
        {
            for (var i = 0; i < page.Articles.Count; i++)
            {
                copy.StartRow();
                copy.Write(i, NpgsqlDbType.Integer);
                WriteRow(copy, page.Articles[i]);
            }

            copy.Complete();
        }

        using var merge = new NpgsqlCommand(
            """
            WITH added AS (
                INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "LabelsHash", "Revision")
                SELECT $1, "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", $2, "LabelsHash", 1 FROM "importing" ORDER BY "Place"
                ON CONFLICT ("Site", "Identity") DO NOTHING RETURNING "Id", "Identity")
            SELECT "Id", "Place" FROM added JOIN "importing" USING ("Identity")
            """,
            connection);
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

    private static void WriteRow(NpgsqlBinaryImporter copy, ImportedArticle article)
    {
        foreach (var text in (string?[])[article.Identity, article.ExternalId, article.Url, article.ContentHash, article.Asked])
        {
            copy.Write(text, NpgsqlDbType.Text);
        }

        copy.Write(article.Submitted, NpgsqlDbType.Bytea);
        copy.Write(article.LabelsHash, NpgsqlDbType.Text);
    }
}
