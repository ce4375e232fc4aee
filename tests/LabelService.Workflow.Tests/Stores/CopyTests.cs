using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Archive;
using LabelService.Workflow.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>Copies of the SQLite file; PostgreSQL has tools of its own.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-copies-").FullName;

    /// <summary>Checks are answered and an archive is taken in while it is copied: the copy is the store as it was at one moment.</summary>
    [Fact]
    public async Task Copies_one_moment_of_a_store_that_is_written()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Sqlite);
        await using var node = await SomeNode.StartAsync(store);
        await node.ImportAsync(Many(5_000));
        using var stop = new CancellationTokenSource();
        var answered = 0;
        var checking = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; answered++)
            {
                await node.AnswerAsync(SomeRules.From("The Invented Courier", $"live{answered}"));
            }
        });
        var importing = Task.Run(() => node.ImportAsync(Many(30_000)));
        var copies = new List<(string File, int Answered)>();
        for (var i = 0; i < 3 || (!importing.IsCompleted && i < 8); i++)
        {
            var file = Path.Combine(_folder, $"copy{i}.db");
            var before = answered;
            Assert.Null(await node.Get<StoreCopies>().BackupAsync(file, TestContext.Current.CancellationToken));
            copies.Add((file, before));
        }

        await importing;
        await stop.CancelAsync();
        await checking;
        foreach (var (file, before) in copies)
        {
            var options = Options.Create(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=False" });
            await using var services = new ServiceCollection().AddLabelStore(new ConfigurationBuilder().Build()).AddSingleton(options).BuildServiceProvider();
            Assert.Empty((await services.GetRequiredService<StoreVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
            var (articles, checks, events) = (Count(file, "articles"), Count(file, "checks"), Count(file, "events"));
            Assert.InRange(checks, before, answered);
            Assert.Equal(checks, events);
            Assert.Equal(articles - checks, Count(file, "archive_segments", "sum(\"Count\")"));
        }
    }

    [Fact]
    public async Task Puts_a_copy_back_only_where_nothing_is_or_somebody_says_so()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Sqlite);
        await using var node = await SomeNode.StartAsync(store);
        await node.AnswerAsync(SomeRules.From("Nobody", "a1"));
        var (copy, target, cancel) = (Path.Combine(_folder, "copy.db"), Path.Combine(_folder, "labels.db"), TestContext.Current.CancellationToken);
        Assert.Null(await node.Get<StoreCopies>().BackupAsync(copy, cancel));
        var copies = new StoreCopies(Options.Create(new StorageOptions { ConnectionString = $"Data Source={target};Pooling=False" }));

        Assert.Null(await copies.RestoreAsync(copy, replace: false, cancel));
        Assert.Equal(1, Count(target, "articles"));
        var refused = await copies.RestoreAsync(copy, replace: false, cancel);
        Assert.Contains(target, refused!.Detail, StringComparison.Ordinal);
        Assert.Contains("--replace", refused.Detail, StringComparison.Ordinal);

        // What is no store does not take the place of one, whoever says so.
        await File.WriteAllTextAsync(Path.Combine(_folder, "text.db"), "no store", cancel);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "half.db"), (await File.ReadAllBytesAsync(copy, cancel))[..^20_000], cancel);
        foreach (var other in (string[])["text.db", "half.db", "none.db"])
        {
            Assert.Contains(other, (await copies.RestoreAsync(Path.Combine(_folder, other), replace: true, cancel))!.Detail, StringComparison.Ordinal);
            Assert.Equal(1, Count(target, "articles"));
        }

        Assert.Null(await copies.RestoreAsync(copy, replace: true, cancel));
        Assert.Equal(1, Count(target, "articles"));
    }

    [Fact]
    public async Task Does_not_put_a_copy_in_the_place_of_a_store_in_use()
    {
        using var store = await SomeStore.MakeAsync(StoreKind.Sqlite);
        await using var node = await SomeNode.StartAsync(store);
        await node.AnswerAsync(SomeRules.From("Nobody", "a1"));
        var (copy, cancel) = (Path.Combine(_folder, "copy.db"), TestContext.Current.CancellationToken);
        Assert.Null(await node.Get<StoreCopies>().BackupAsync(copy, cancel));

        Assert.Contains("in use", (await node.Get<StoreCopies>().RestoreAsync(copy, replace: true, cancel))!.Detail, StringComparison.Ordinal);

        await node.AnswerAsync(SomeRules.From("Nobody", "a2"));
        Assert.Equal(2, store.Count("SELECT count(*) FROM articles"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static long Count(string file, string table, string what = "count(*)")
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {what} FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private string Many(int count) => SomeArchive.Lines(_folder, [.. Enumerable.Range(0, count).Select(i => $$"""{"externalId":"a{{i}}","body":"Article {{i}} of many."}""")]);
}
