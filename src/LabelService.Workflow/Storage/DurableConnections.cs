using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LabelService.Workflow.Storage;

/// <summary>Makes every commit reach the disk before it is answered: SQLite forgets this setting with each connection.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    /// <summary>A commit at every so many pages copies them from the log into the file, 16 MiB: less often than usual, as each time waits for the disk twice.</summary>
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
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeDurable(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
