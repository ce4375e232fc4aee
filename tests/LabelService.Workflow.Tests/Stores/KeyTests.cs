using LabelService.Workflow.Accounts;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Stores;

public abstract class KeyTests(StoreKind kind)
{
    [Fact]
    public async Task Follows_what_another_process_makes_and_revokes()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await using var other = await SomeNode.StartAsync(store);
        var (keys, ring) = (node.Get<KeyService>(), other.Get<KeyRing>());

        var made = (await keys.CreateAsync("ключ", "default", [Scopes.Check], false, CancellationToken.None)).Value!;
        await ring.RefreshAsync(CancellationToken.None);
        Assert.Equal("ключ", ring.Find(made.Secret)!.Name);
        Assert.Contains(await keys.ListAsync(CancellationToken.None), k => k.Id == made.Key.Id && k.RevokedAt is null);

        await keys.RevokeAsync(made.Key.Id, CancellationToken.None);
        await ring.RefreshAsync(CancellationToken.None);
        Assert.Null(ring.Find(made.Secret));
        Assert.True((await keys.RevokeAsync("key_unknown", CancellationToken.None)).IsRefused);
    }

    [Fact]
    public async Task Makes_the_first_key_and_administrator_once()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var first = await SomeNode.StartAsync(store);
        await using var second = await SomeNode.StartAsync(store);

        Assert.NotNull(first.Get<KeyRing>().Find(first.Printed.Key));
        Assert.NotNull(first.Printed.Administrator);
        Assert.Equal((null, null), second.Printed);
    }
}

public sealed class KeyOnSqliteTests() : KeyTests(StoreKind.Sqlite);

public sealed class KeyOnPostgresTests() : KeyTests(StoreKind.Postgres);
