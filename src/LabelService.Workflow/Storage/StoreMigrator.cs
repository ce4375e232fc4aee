using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>Makes or upgrades the schema at start.</summary>
public sealed class StoreMigrator
{
    private readonly IDbContextFactory<LabelContext> _contexts;
    private readonly StorageOptions _options;

    internal StoreMigrator(IDbContextFactory<LabelContext> contexts, IOptions<StorageOptions> options) =>
        (_contexts, _options) = (contexts, options.Value);

    private string DataFile => new SqliteConnectionStringBuilder(_options.Prepared()).DataSource;

    /// <exception cref="StartRefusedException">The store cannot be opened or written.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        try
        {
            await (_options.IsPostgres ? MigratePostgresAsync(cancel) : MigrateSqliteAsync(cancel));
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or SocketException)
        {
            throw new StartRefusedException($"The store cannot be opened or written ({_options.Shown}): {error.Message} " + (_options.IsPostgres
                ? "Storage__ConnectionString must name a server that runs, and a user who may make tables in the database."
                : "Give Storage__ConnectionString a file in a folder that the service may write, such as 'Data Source=data/labels.db'."));
        }
    }

    private async Task MigrateSqliteAsync(CancellationToken cancel)
    {
        MakeFile();
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            using var turn = await FileTurn.TakeAsync($"{DataFile}-migrating", cancel);

            // Entity Framework marks in the store that it is at work, and waits for ever on the mark of a process that was killed. Who has
            // the turn knows that no such process lives.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await db.Database.MigrateAsync(cancel);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }

    private async Task MigratePostgresAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        await MakeDatabaseAsync(db, cancel);

        // Nodes that start together take turns: each of several migrations is a transaction of its own, and between two another node would begin.
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresSql.MigrateLock})", cancel);
        try
        {
            await db.Database.MigrateAsync(cancel);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresSql.MigrateLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }

        if (await PostgresPromises.FaultAsync(db, cancel) is { } fault)
        {
            throw new StartRefusedException($"The store cannot be used ({_options.Shown}): {fault}");
        }
    }

    private static async Task MakeDatabaseAsync(LabelContext db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancel))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancel);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node has just made it.
        }
    }

    /// <summary>
    /// Makes the file of a new store with pages of 8 KiB: hardly one packed check fits into SQLite's usual 4, and pages of 16 cost more
    /// than they save where few write at once. A file keeps the pages it was made with.
    /// </summary>
    private void MakeFile()
    {
        if (File.Exists(DataFile))
        {
            return;
        }

        using var connection = new SqliteConnection(_options.Prepared());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }
}
