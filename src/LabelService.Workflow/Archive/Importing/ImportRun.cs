using System.Diagnostics;
using LabelService.Workflow.Archive.Sources;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>Gathers checked records into pages and writes them, in the order of the source.</summary>
internal sealed class ImportRun(ImportOrder order, IRecordSource source, ImportRow journal, IArchiveStore? store, RejectList? rejects, TimeProvider time)
{
    /// <summary>Bytes of packed text in a page: long articles fill it sooner.</summary>
    private const long MostBytes = 32 << 20;


    private readonly Dictionary<string, ImportedArticle> _page = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _verdicts = new(StringComparer.Ordinal);
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly long _before = journal.Records;
    private readonly long? _end = source.End;
    private int _keys;
    private long _bytes;

    /// <summary>Checks an article as if it were sent now.</summary>
    public required Func<ImportedArticle, string, CancellationToken, Task> Recheck { get; init; }

    /// <summary>Reads rules again that changed since articles of the page were checked, and gives what becomes of one then.</summary>
    public required Func<CancellationToken, Task<Func<ImportedArticle, ImportedArticle>>> Refresh { get; init; }

    public ImportProgress Progress => new(journal, _began, journal.Position, _end) { Before = _before, Verdicts = _verdicts };

    public async Task TakeAsync(ImportedRecord[] records, CancellationToken cancel)
    {
        foreach (var record in records)
        {
            if (record.Article is { } article && _page.TryGetValue(article.Identity, out var earlier) && earlier.ContentHash != article.ContentHash)
            {
                // Twice in one page: the later one is held against the earlier when that is stored.
                await WriteAsync(cancel);
            }

            Take(record);
            if (_page.Count >= Postings.MostArticles || _keys >= Postings.MostKeys || _bytes >= MostBytes)
            {
                await WriteAsync(cancel);
            }
        }
    }

    public Task EndAsync(CancellationToken cancel) => WriteAsync(cancel);

    private void Take(ImportedRecord record)
    {
        journal.Position = record.Next;
        if (record.IsPassedOver)
        {
            return;
        }

        journal.Records++;
        if (record.Article is not { } article)
        {
            journal.Rejected++;
            rejects?.Add(record.Place, record.Fault ?? "");
            return;
        }

        _keys += article.Keys.Length;
        _bytes += article.Submitted.Length;
        journal.Known += _page.TryAdd(article.Identity, article) ? 0 : 1;
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var known = store?.Find(order.Site, _page.Keys) ?? [];
        var (added, asked) = (new List<ImportedArticle>(_page.Count), new List<ImportedArticle>());
        var current = await Refresh(cancel);
        foreach (var article in _page.Values.Select(current))
        {
            _verdicts[article.Verdict] = _verdicts.GetValueOrDefault(article.Verdict) + 1;
            journal.Pending += article.IsPending ? 1 : 0;
            if (!known.TryGetValue(article.Identity, out var stored))
            {
                (order.OpenReviews && article.IsPending ? asked : added).Add(article);
                journal.Added++;
            }
            else if (stored.IsErased || stored.ContentHash == article.ContentHash)
            {
                journal.Known++;
            }
            else
            {
                asked.Add(article);
                journal.Changed++;
            }
        }

        // First what has rows of its own: done twice after a crash, it is known the second time.
        foreach (var article in store is null ? [] : asked)
        {
            await Recheck(article, order.Site, cancel);
        }

        rejects?.Flush();
        journal.RejectsLength = rejects?.Length ?? 0;
        journal.Stamp = source.StampAt(journal.Position);
        store?.Write(new ImportPage(order.Site, added, journal, time.GetUtcNow()));
        _page.Clear();
        (_keys, _bytes) = (0, 0);
    }
}
