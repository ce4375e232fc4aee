using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>The schema of a file is brought up whoever else is at it, or was when it was killed.</summary>
public sealed class MigrationTests
{
    [Fact]
    public async Task Does_not_wait_for_who_was_killed_while_it_migrated()
    {
        using var store = await SomeStore.MakeAtAsync(StoreKind.Sqlite, "20261123235104_Initial");
        store.Count("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2023-02-07 10:00:00+00:00'); SELECT 0""");

        await MigrateAsync(store).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM sweeps"));
    }

    [Fact]
    public async Task Takes_turns_with_another_process_that_starts_at_once()
    {
        using var store = await SomeStore.MakeAtAsync(StoreKind.Sqlite, "20261123235104_Initial");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(store)))).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(0, store.Count("SELECT COUNT(*) FROM sweeps"));
    }

    [Fact]
    public async Task Wires_all_that_an_operator_does_with_a_store()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Sqlite);

        await using var services = new ServiceCollection().AddLabelStore(store.Settings()).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });

        Assert.NotNull(services.GetService<StoreMigrator>());
    }

    private static async Task MigrateAsync(SomeStore store)
    {
        await using var services = new ServiceCollection().AddLabelStore(store.Settings()).BuildServiceProvider();
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
    }
}
