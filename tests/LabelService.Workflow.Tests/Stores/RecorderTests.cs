using System.Text;
using LabelService.Engine.Model;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Stores;

/// <summary>The hot write, group by group.</summary>
public abstract class RecorderTests(StoreKind kind)
{
    [Fact]
    public async Task Keeps_answers_as_they_were_given()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        var answered = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => node.CheckAsync(SomeRules.From("The Invented Courier", $"a{i}")).AsTask()));

        foreach (var check in answered)
        {
            Assert.Equal(check.Value!.Json, (await node.Get<StoredChecks>().FindAsync(check.Value.Report.Id, SomeNode.Site, CancellationToken.None)).Value);
        }

        Assert.Equal((300, 300), (store.Count("SELECT COUNT(*) FROM checks"), store.Count("SELECT COUNT(*) FROM articles")));
        Assert.True((await node.Get<StoredChecks>().FindAsync(answered[0].Value!.Report.Id, "other", CancellationToken.None)).IsRefused);
    }

    [Fact]
    public async Task Sees_in_one_group_what_came_before()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        using var writer = node.Get<ICheckStore>();

        writer.Write([await RecordAsync(node, "a1", "Monday"), await RecordAsync(node, "a1", "Monday"), await RecordAsync(node, "a1", "Tuesday"), null, await RecordAsync(node, "b1", "Monday")]);
        writer.Write([await RecordAsync(node, "a1", "Tuesday"), await RecordAsync(node, "a1", "Friday"), await RecordAsync(node, "a1", "Tuesday")]);

        var article = await node.ArticleAsync("a1");
        Assert.Equal((4, 1), (article.Revision, (await node.ArticleAsync("b1")).Revision));
        Assert.Contains("Tuesday", Encoding.UTF8.GetString(PackedJson.Unpack(article.Submitted!)), StringComparison.Ordinal);
        Assert.Equal(6, await node.ReadAsync(db => db.Checks.CountAsync(c => c.ArticleId == article.Id)));
    }

    [Fact]
    public async Task Keeps_what_an_article_was_asked_for()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1"));

        await node.AnswerAsync(SomeRules.From("The Invented Courier", "a1", more: ""","jurisdictions":["DE"]"""));

        var article = await node.ArticleAsync("a1");
        Assert.Equal((1, "DE|"), (article.Revision, article.Asked));
    }

    [Fact]
    public async Task Keeps_the_others_of_a_group_where_one_is_at_fault()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        using var recorder = new CheckRecorder(node.Get<ICheckStore>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<CheckRecorder>.Instance);
        var (first, second, third) = (await RecordAsync(node, "a1", "Monday"), await RecordAsync(node, "a2", "Monday"), await RecordAsync(node, "a3", "Monday"));

        Task<RecordedCheck>[] writes = [.. new[] { first, second, first, third }.Select(c => recorder.WriteAsync(c.Record).AsTask())];
        await recorder.StartAsync(CancellationToken.None);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => writes[2]);
        Assert.Equal([first.Record.Report.Id, second.Record.Report.Id, third.Record.Report.Id], [(await writes[0]).Report.Id, (await writes[1]).Report.Id, (await writes[3]).Report.Id]);
        Assert.Equal(3, store.Count("SELECT COUNT(*) FROM checks"));
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Keeps_texts_of_any_letters_and_lengths()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);
        var id = new string('щ', 250) + "😀";
        var url = "https://example.org/" + string.Concat(Enumerable.Range(0, 2000).Select(i => (char)('a' + (i * i % 23))));
        var json = $$$"""{"article":{"externalId":"{{{id}}}","url":"{{{url}}}","body":"Text.\u000b"}}""";

        Assert.False((await node.CheckAsync(json)).IsRefused);

        Assert.Equal(url, (await node.ArticleAsync(id)).Url);
        Assert.False((await node.LabelsAsync(id)).IsRefused);
        Assert.True((await node.LabelsAsync("nul\0")).IsRefused);
    }

    [Fact]
    public async Task Tells_whether_the_store_writes()
    {
        using var store = await SomeStore.MakeAsync(kind);
        await using var node = await SomeNode.StartAsync(store);

        await node.Recorder.ProbeAsync();

        Assert.Equal(node.Clock.GetUtcNow().ToUnixTimeMilliseconds(), store.Count("SELECT \"At\" FROM store_probe"));
    }

    /// <summary>A check as it comes to the recorder.</summary>
    private static async Task<PackedCheck> RecordAsync(SomeNode node, string id, string day)
    {
        var json = Encoding.UTF8.GetBytes(SomeRules.From("The Invented Courier", id, day, ""","store":false"""));
        var answer = (await node.CheckAsync(Encoding.UTF8.GetString(json))).Value!;
        var report = answer.Report with { Id = RandomId.Next("chk", node.Clock.GetUtcNow()) };
        return PackedCheck.Of(new CheckRecord(report, ReportJson.Write(report), CheckRequestReader.Read(json).Value!, json, SomeNode.Site, "key_1", node.Clock.GetUtcNow())
        {
            LabelsHash = LabelsHash.Of(report),
        });
    }
}

public sealed class RecorderOnSqliteTests() : RecorderTests(StoreKind.Sqlite);

public sealed class RecorderOnPostgresTests() : RecorderTests(StoreKind.Postgres);
