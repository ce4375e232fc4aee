using System.Net.Sockets;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>
/// The bulk write on PostgreSQL. Done twice, it changes nothing the second time: so what failed for a reason that passes is tried again, even
/// where only the answer to a commit was lost.
/// </summary>
internal sealed class PostgresArchive(IOptions<StorageOptions> options, CancellationToken cancel) : IArchiveStore
{
    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private NpgsqlConnection? _connection;

    private NpgsqlConnection Connection => _connection ?? throw new InvalidOperationException("The store is used only where it is open.");

    public Dictionary<string, StoredArticle> Find(string site, IReadOnlyCollection<string> identities) => Again(() =>
    {
        var found = new Dictionary<string, StoredArticle>(StringComparer.Ordinal);
        using var command = new NpgsqlCommand("""SELECT "Identity", "ContentHash", "Submitted" IS NULL FROM "articles" WHERE "Site" = $1 AND "Identity" = ANY ($2)""", Connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = site });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identities] });
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found[rows.GetString(0)] = new StoredArticle(rows.GetString(1), rows.GetBoolean(2));
        }

        return found;
    });

    public void Write(ImportPage page)
    {
        // In the order of identities, as nodes add theirs.
        var ordered = page with { Articles = [.. page.Articles.OrderBy(a => a.Identity, StringComparer.Ordinal)] };
        Again(() =>
        {
            using var transaction = Connection.BeginTransaction();
            var added = ordered.Articles.Count == 0 ? [] : PostgresBulk.Copy(transaction, ordered) ?? PostgresBulk.Merge(Connection, ordered);
            if (added.Count > 0)
            {
                added.Sort();
                AddSegment([.. added.Select(a => a.Id)], [.. added.Select(a => ordered.Articles[a.Place].Keys)]);
            }

            WriteJournal(ordered.Journal);
            transaction.Commit();
            return added.Count;
        });
    }

    public void Dispose() => _connection?.Dispose();

    private T Again<T>(Func<T> act)
    {
        for (var left = Attempts - 1; ; left--)
        {
            try
            {
                _connection ??= Open();
                return act();
            }
            catch (NpgsqlException error) when (left > 0 && IsPassing(error))
            {
                _connection?.Dispose();
                _connection = null;
                if (cancel.WaitHandle.WaitOne(Pause))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>A server that restarts, or a lock that crossed another.</summary>
    private static bool IsPassing(NpgsqlException error) => error is PostgresException server
        ? server.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        : error.InnerException is IOException or SocketException;

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Value.Prepared()) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void AddSegment(long[] ids, List<uint[]> keys)
    {
        using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({IndexTurn.SegmentLock})", Connection))
        {
            turn.ExecuteNonQuery();
        }

        using var command = new NpgsqlCommand("""INSERT INTO "archive_segments" ("Count", "Articles") VALUES ($1, $2) RETURNING "Id" """, Connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ids.Length });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = PackedArticles.Pack(ids) });
        var first = (long)command.ExecuteScalar()! << Postings.BucketBits;
        using var copy = Connection.BeginBinaryImport("""COPY "archive_postings" ("Id", "Data") FROM STDIN (FORMAT BINARY)""");
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
        using var batch = new NpgsqlBatch(Connection);
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
