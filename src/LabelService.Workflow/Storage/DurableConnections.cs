using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LabelService.Workflow.Storage;

/// <summary>Makes every commit reach the disk before it is answered: SQLite forgets this setting with each connection.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    /// <summary>After how much of the log a commit copies it into the file: less often than usual, as each time waits for the disk twice.</summary>
    private const long CheckpointBytes = 16 << 20;

    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4096;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => MakeDurable(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        MakeDurable(connection);
        return Task.CompletedTask;
    }

    /// <summary>Opens the connection that the recorder keeps.</summary>
    public static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            MakeDurable(connection);
            SpaceCheckpoints(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The setting counts pages, and their size is the file's.</summary>
    private static void SpaceCheckpoints(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_size";
        command.CommandText = $"PRAGMA wal_autocheckpoint = {CheckpointBytes / (long)command.ExecuteScalar()!}";
        command.ExecuteNonQuery();
    }

    private static void MakeDurable(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
