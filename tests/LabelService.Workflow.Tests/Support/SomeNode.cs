using System.Text;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LabelService.Workflow.Tests.Support;

/// <summary>The service without HTTP over a store, where several may run at once; its recorder writes, nothing else runs by itself.</summary>
internal sealed class SomeNode : IAsyncDisposable
{
    public const string Site = "default";
    public static readonly CheckCaller Caller = new("key_1", Site, true);
    private readonly string _folder = Directory.CreateTempSubdirectory("labels-node-").FullName;
    private readonly ServiceProvider _services;

    private SomeNode(SomeStore store, string[] settings)
    {
        SomeRules.Write(Path.Combine(_folder, "rules"));
        var configuration = store.Settings([$"Rules:Path={Path.Combine(_folder, "rules")}", .. settings]);
        _services = new ServiceCollection().AddLogging().AddLabelWorkflow(configuration, _folder, _ => "http://localhost")
            .AddSingleton<TimeProvider>(Clock).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    public string Rules => Path.Combine(_folder, "rules");
    public CheckRecorder Recorder => Get<CheckRecorder>();

    public static async Task<SomeNode> StartAsync(SomeStore store, params string[] settings)
    {
        var node = new SomeNode(store, settings);
        node.Printed = await WorkflowServices.PrepareAsync(node._services, CancellationToken.None);
        await node.Recorder.StartAsync(CancellationToken.None);
        return node;
    }

    /// <summary>The first key and administrator, where this node made them.</summary>
    public (string? Key, FirstAdministrator? Administrator) Printed { get; private set; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> ReadAsync<T>(Func<LabelContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public ValueTask<Answer<RecordedCheck>> CheckAsync(string json, string? idempotencyKey = null, CheckCaller? caller = null) =>
        Get<CheckService>().CheckAsync(Encoding.UTF8.GetBytes(json), caller ?? Caller, idempotencyKey, CancellationToken.None);

    /// <summary>The answer to a check that must succeed.</summary>
    public async Task<JsonNode> AnswerAsync(string json, string? idempotencyKey = null) =>
        JsonNode.Parse((await CheckAsync(json, idempotencyKey)).Value!.Json)!;

    public Task<Answer<CurrentLabels>> LabelsAsync(string externalId) => Get<LabelsService>().FindAsync(externalId, null, Site, false, false, CancellationToken.None);

    public Task<ArticleRow> ArticleAsync(string externalId) =>
        ReadAsync(db => db.Articles.AsNoTracking().SingleAsync(a => a.ExternalId == externalId));

    public async ValueTask DisposeAsync()
    {
        await Recorder.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
