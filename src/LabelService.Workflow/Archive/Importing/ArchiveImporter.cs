using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using FluentValidation;
using LabelService.Engine.Model;
using LabelService.Workflow.Archive.Sources;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>
/// Takes an archive in: one reads, all cores check, one writes, a page a transaction, with how far the source is done; so a run that was
/// killed goes on where it was. New articles are stored without a check of their own and without events: the newsroom did not ask. What
/// they must carry today is kept, so that whatever changes it later is told.
/// </summary>
internal sealed class ArchiveImporter(
    IDbContextFactory<LabelContext> contexts, ImportRules rules, IValidator<CheckRequest> validator, CheckService checks, ImportEnd end,
    IOptions<StorageOptions> options, TimeProvider time)
{
    private const int ChunkSize = 64;

    /// <summary>Bytes of a chunk: of long articles it has fewer.</summary>
    private const long ChunkBytes = 1 << 19;

    private const string KeyId = "import";

    /// <summary>Chunks that are read ahead of the writer: what both cores check while a page is written.</summary>
    private const int ChunksAhead = 32;

    /// <exception cref="InvalidDataException">The source cannot be read to its end; what came before is stored.</exception>
    public async Task<ImportProgress> RunAsync(ImportOrder order, Action<ImportProgress> tell, CancellationToken cancel)
    {
        var source = ArchiveFormat.Open(order.Path, order.Format);
        var journal = await JournalAsync(order, source, cancel);
        using var rejects = order.Rejects is { } file ? new RejectList(file, journal.RejectsLength) : null;
        using var store = order.DryRun ? null : Store(cancel);
        var checker = new RecordChecker(rules, validator, order.Site, order.Kind);
        var run = new ImportRun(order, source, journal, store, rejects, time) { Recheck = CheckAsync, Refresh = RefreshAsync };
        async Task<Func<ImportedArticle, ImportedArticle>> RefreshAsync(CancellationToken stopping)
        {
            await Passing.TryAsync(() => rules.RefreshAsync(stopping), stopping);
            return checker.Current;
        }

        var chunks = Channel.CreateBounded<Task<ImportedRecord[]>>(ChunksAhead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAsync(source, journal.Position, checker, chunks.Writer, stop.Token), cancel);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancel))
            {
                await run.TakeAsync(await chunk, cancel);
                tell(run.Progress);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await run.EndAsync(cancel);
        await (order.DryRun ? Task.CompletedTask : Passing.TryAsync(async () => await end.WriteAsync(journal, isWhole: await EndedAsync(reading), cancel), cancel));
        await reading;
        return run.Progress;
    }

    private static async Task<bool> EndedAsync(Task reading)
    {
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reading.IsCompletedSuccessfully;
    }

    private IArchiveStore Store(CancellationToken cancel) => options.Value.IsPostgres ? new PostgresArchive(options, cancel) : new SqliteArchive(options);

    private static async Task ReadAsync(IRecordSource source, long position, RecordChecker checker, ChannelWriter<Task<ImportedRecord[]>> chunks, CancellationToken cancel)
    {
        try
        {
            foreach (var chunk in Chunks(source.Read(position)))
            {
                await chunks.WriteAsync(Task.Run(() => Array.ConvertAll(chunk, checker.Check), cancel), cancel);
            }
        }
        finally
        {
            chunks.TryComplete();
        }
    }

    private static IEnumerable<RawRecord[]> Chunks(IEnumerable<RawRecord> records)
    {
        var (chunk, bytes) = (new List<RawRecord>(ChunkSize), 0L);
        foreach (var record in records)
        {
            chunk.Add(record);
            if ((bytes += record.Bytes) >= ChunkBytes || chunk.Count == ChunkSize)
            {
                yield return [.. chunk];
                bytes = 0;
                chunk.Clear();
            }
        }

        if (chunk.Count > 0)
        {
            yield return [.. chunk];
        }
    }

    /// <summary>An article that the store has with other words is checked as if it were sent now, with all that follows.</summary>
    private async Task CheckAsync(ImportedArticle article, string site, CancellationToken cancel)
    {
        var answer = await checks.CheckAsync(PackedJson.Unpack(article.Submitted), new CheckCaller(KeyId, site, true), null, cancel);
        if (answer.IsRefused)
        {
            throw new InvalidDataException($"{article.Identity}: {answer.Refusal.Detail}");
        }
    }

    private async Task<ImportRow> JournalAsync(ImportOrder order, IRecordSource source, CancellationToken cancel)
    {
        var path = Path.GetFullPath(order.Path);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Site}\n{path}")).AsSpan(0, 16));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var known = order.FromStart || order.DryRun ? null : await db.ArchiveImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
        return known is { FinishedAt: null } && known.Stamp == source.StampAt(known.Position)
            ? known
            : new ImportRow { Id = id, Site = order.Site, Source = path, Stamp = source.StampAt(0), StartedAt = time.GetUtcNow() };
    }
}
