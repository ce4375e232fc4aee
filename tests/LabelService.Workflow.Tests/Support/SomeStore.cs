using System.Data.Common;
using LabelService.Workflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabelService.Workflow.Tests.Support;

/// <summary>A store of a test's own, with its schema: a file, or a database of the run's server. Skips the test where there is no server.</summary>
internal sealed class SomeStore : IDisposable
{
    private readonly string? _folder;

    static SomeStore() => PostgresServer.MakeTemplate = server =>
    {
        // No connection may be left when it is copied.
        var template = server.CreateDatabase(empty: true);
        MigrateAsync(SettingsOf("postgres", template + ";Pooling=false", [])).GetAwaiter().GetResult();
        return new NpgsqlConnectionStringBuilder(template).Database!;
    };

    private SomeStore(StoreKind kind, string connectionString, string? folder) => (Kind, ConnectionString, _folder) = (kind, connectionString, folder);

    public StoreKind Kind { get; }
    public string ConnectionString { get; }

    public static async Task<SomeStore> MakeAsync(StoreKind kind)
    {
        if (kind == StoreKind.Postgres)
        {
            return Postgres(empty: false);
        }

        var store = File();
        await MigrateAsync(store.Settings());
        return store;
    }

    /// <summary>As an earlier version made it.</summary>
    /// <param name="migration">The last one that it knew.</param>
    public static async Task<SomeStore> MakeAtAsync(StoreKind kind, string migration)
    {
        var store = kind == StoreKind.Postgres ? Postgres(empty: true) : File();
        await using var services = new ServiceCollection().AddLabelStore(store.Settings()).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(migration);
        return store;
    }

    /// <param name="empty">Without the schema.</param>
    public static SomeStore Postgres(bool empty)
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        return new SomeStore(StoreKind.Postgres, PostgresServer.Shared.CreateDatabase(empty), null);
    }

    /// <param name="more">Such as <c>Accounts:SecondFactor=required</c>.</param>
    public IConfiguration Settings(params string[] more) => SettingsOf(Kind == StoreKind.Postgres ? "postgres" : "sqlite", ConnectionString, more);

    /// <summary>Reads numbers as an operator would, past the service.</summary>
    public long Count(string sql)
    {
        using DbConnection connection = Kind == StoreKind.Postgres ? new NpgsqlConnection(ConnectionString + ";Pooling=false") : new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What is on the disk of it.</summary>
    public string[] Files()
    {
        if (_folder is not null)
        {
            return Directory.GetFiles(_folder);
        }

        // The server keeps changes in memory until then.
        Count("CHECKPOINT; SELECT 0");
        return Directory.GetFiles(Path.Combine(PostgresServer.Shared.Folder, "data", "base", $"{Count("SELECT oid FROM pg_database WHERE datname = current_database()")}"));
    }

    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
        else
        {
            PostgresServer.Shared.DropDatabase(ConnectionString);
        }
    }

    private static SomeStore File()
    {
        var folder = Directory.CreateTempSubdirectory("labels-store-").FullName;
        return new SomeStore(StoreKind.Sqlite, $"Data Source={Path.Combine(folder, "labels.db")};Pooling=False", folder);
    }

    private static async Task MigrateAsync(IConfiguration settings)
    {
        await using var services = new ServiceCollection().AddLabelStore(settings).BuildServiceProvider();
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(CancellationToken.None);
    }

    private static IConfiguration SettingsOf(string provider, string connectionString, string[] more) => new ConfigurationBuilder().AddInMemoryCollection(
        more.Select(s => s.Split('=', 2)).Select(s => new KeyValuePair<string, string?>(s[0], s[1]))
            .Append(new("Storage:Provider", provider)).Append(new("Storage:ConnectionString", connectionString))).Build();
}
