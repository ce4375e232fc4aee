using System.Data.Common;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>A server that goes away, and comes again.</summary>
public sealed class PostgresOutageTests
{
    [Fact]
    public async Task Writes_at_once_after_its_connections_were_cut()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);
        for (var i = 0; i < 5; i++)
        {
            await node.AnswerAsync(SomeRules.From("The Invented Courier", $"a{i}"));
            PostgresServer.Shared.Cut(store.ConnectionString);
        }

        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a6"));
        Assert.Equal(6, store.Count("SELECT COUNT(*) FROM checks"));
    }

    [Fact]
    public async Task Loses_and_doubles_nothing_when_connections_are_cut_under_load()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);
        using var enough = new CancellationTokenSource();
        var cutting = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                PostgresServer.Shared.Cut(store.ConnectionString);
                await Task.Delay(15);
            }
        });

        var answered = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var ids = new List<string>();
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    ids.Add((await node.CheckAsync(SomeRules.From("The Ended Gazette", $"a{writer}-{i % 10}", $"day {i}"))).Value!.Report.Id);
                }
                catch (Exception error) when (error is StoreUnavailableException or DbException)
                {
                    // The caller is told to try again, and that is allowed.
                }
            }

            return ids;
        })));
        await enough.CancelAsync();
        await cutting;

        var stored = await RetryAsync(() => node.ReadAsync(db => db.Checks.Select(c => c.Id).ToListAsync()));
        Assert.Empty(answered.SelectMany(a => a).Except(stored));
        Assert.NotEmpty(answered.SelectMany(a => a));
        Assert.Equal(store.Count("SELECT COUNT(DISTINCT \"ArticleId\") FROM checks"), store.Count("SELECT COUNT(*) FROM reviews WHERE \"State\" = 'open'"));
    }

    [Fact]
    public async Task Reads_again_after_one_failure_however_many_connections_were_cut()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => node.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT pg_sleep(0.2)::text AS \"Value\"").ToListAsync())));
        PostgresServer.Shared.Cut(store.ConnectionString);

        await Assert.ThrowsAnyAsync<DbException>(() => node.Get<KeyRing>().RefreshAsync(CancellationToken.None));

        for (var i = 0; i < 10; i++)
        {
            await node.Get<KeyRing>().RefreshAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Says_that_the_store_cannot_write_and_recovers()
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);
        await using var node = await SomeNode.StartAsync(store);
        var database = new NpgsqlConnectionStringBuilder(store.ConnectionString).Database;
        Alter(database!, "ALLOW_CONNECTIONS false");
        PostgresServer.Shared.Cut(store.ConnectionString);

        Assert.Equal("cannot-write", (await node.Get<Readiness>().LookAsync(CancellationToken.None)).Store);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => node.CheckAsync(SomeRules.From("The Invented Courier", "a1")).AsTask());

        Alter(database!, "ALLOW_CONNECTIONS true");
        node.Clock.Advance(TimeSpan.FromSeconds(2));
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));
        Assert.Equal("ok", (await node.Get<Readiness>().LookAsync(CancellationToken.None)).Store);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=labels;Username=u;Password=secret", "database 'labels' of PostgreSQL at 127.0.0.1, port 1")]
    [InlineData("Host=no.such.host.invalid;Database=labels;Username=u;Password=secret", "must name a server that runs")]
    public async Task Refuses_to_start_without_a_server(string connection, string words)
    {
        var refusal = await MigrateAsync(connection);

        Assert.Contains(words, refusal!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_server_that_answers_before_it_has_stored()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Postgres);

        var refusal = await MigrateAsync(store.ConnectionString + ";Options=-c synchronous_commit=off");

        Assert.Contains("set synchronous_commit = on", refusal!.Message, StringComparison.Ordinal);
        Assert.Null(await MigrateAsync(store.ConnectionString));
    }

    private static async Task<StartRefusedException?> MigrateAsync(string connection)
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
        Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(
            settings, [new("Storage:Provider", "postgres"), new("Storage:ConnectionString", connection)]);
        await using var services = new ServiceCollection().AddLabelStore(settings.Build()).BuildServiceProvider();
        return (StartRefusedException?)await Record.ExceptionAsync(() => services.GetRequiredService<StoreMigrator>().MigrateAsync(CancellationToken.None));
    }

    private static void Alter(string database, string how)
    {
        using var connection = new NpgsqlConnection(PostgresServer.Shared.ConnectionString("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"ALTER DATABASE {database} {how}", connection);
        command.ExecuteNonQuery();
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (NpgsqlException)
        {
            return await read();
        }
    }
}
