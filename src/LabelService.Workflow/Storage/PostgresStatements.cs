using LabelService.Workflow.Checks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>The hot write on PostgreSQL, on a connection of its own. Several nodes may write at once.</summary>
internal sealed class PostgresStatements(IOptions<StorageOptions> options, TimeProvider time) : ICheckStore
{
    private const int Attempts = 3;
    private const int Prepared = 32;

    /// <summary>Seconds. Callers wait for it, and a balancer can send them to a node that has its store.</summary>
    private const int OpenWithin = 5;
    private const int WriteWithin = 15;

    /// <summary>
    /// A node that is cut off in the middle of a group holds the lock for which all others wait, and the server does not know: after so many
    /// ms without a word it lets go of it.
    /// </summary>
    private const int SilentAtMost = 3000;

    /// <summary>
    /// Every statement here goes by keys. Plans are made once, for tables that may be empty then, and would go through all articles for as long
    /// as the server has not counted them; switched off is what no plan here may use.
    /// </summary>
    private static readonly string Session =
        $"SET idle_in_transaction_session_timeout = {SilentAtMost}; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off";

    private const string WasSilent = "25P03";
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(10);
    private NpgsqlConnection? _connection;
    private DateTimeOffset _purged = DateTimeOffset.MinValue;

    /// <remarks>Classes 22 and 23 are data that the server cannot take; 54 is a value too long for an index.</remarks>
    public bool IsOfOneRecord(Exception error) => error is KeySpentException or PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    public IReadOnlyList<RecordedCheck?> Write(IReadOnlyList<PackedCheck?> records)
    {
        for (var left = Attempts - 1; ;)
        {
            var group = new PostgresGroup(records, time.GetUtcNow());
            try
            {
                if (WriteWith(_connection ??= Open(), group))
                {
                    return group.Written;
                }
            }
            catch (Exception error)
            {
                Forget();
                if (left-- == 0 || !IsPassing(error))
                {
                    throw;
                }

                // The answer to a commit was lost: a second group like the first would be refused as double.
                if (group.IsCommitting && group.IsIn(_connection = Open()))
                {
                    return group.Written;
                }
            }
        }
    }

    public void Dispose() => Forget();

    private bool WriteWith(NpgsqlConnection connection, PostgresGroup group)
    {
        var now = time.GetUtcNow();
        var purge = now - _purged > PurgeEvery;
        var isWritten = group.Write(connection, purge);
        _purged = isWritten && purge ? now : _purged;
        return isWritten;
    }

    /// <summary>Whether the same group may well be written at once: a server that came up again, or a lock that crossed another.</summary>
    private static bool IsPassing(Exception error) => error switch
    {
        PostgresException server => server.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or WasSilent,
        NpgsqlException { InnerException: IOException } => true,
        _ => false,
    };

    private NpgsqlConnection Open()
    {
        // Apart from the pool: its statements stay prepared, and nobody else is given it.
        var settings = new NpgsqlConnectionStringBuilder(options.Value.Prepared())
        {
            Pooling = false, MaxAutoPrepare = Prepared, AutoPrepareMinUsages = 2, Timeout = OpenWithin, CommandTimeout = WriteWithin,
        };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            connection.Open();
            using var command = new NpgsqlCommand(Session, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that failed once may fail for ever.</summary>
    private void Forget()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
