using System.Threading.Channels;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Checks;

/// <summary>
/// Writes checks in groups: one thread takes whatever waits, writes it in one transaction, and each caller waits for the commit of
/// its own record. A disk flush then serves many callers, and no answer leaves before its record is safe.
/// </summary>
internal sealed partial class CheckRecorder(ICheckStore store, ILogger<CheckRecorder> log) : IHostedService, IDisposable
{
    private const int MaximumWaiting = 4096;
    private const int MaximumGroup = 256;
    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(
        new BoundedChannelOptions(MaximumWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly StoreWatch _watch = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _writing = Task.CompletedTask;

    /// <summary>For whoever would ask the store something before the record: it would wait in vain.</summary>
    /// <exception cref="StoreUnavailableException">The store took what was written last and says nothing, as one behind a cut cable.</exception>
    public void RefuseWhereStoreHangs() => _watch.RefuseWhereHanging();

    /// <summary>Returns when the record is on disk.</summary>
    /// <exception cref="StoreUnavailableException">It is not, and nothing of it is kept.</exception>
    /// <exception cref="KeySpentException">Its <c>Idempotency-Key</c> belongs to another check by now.</exception>
    public async ValueTask<RecordedCheck> WriteAsync(CheckRecord record)
    {
        var entry = new Entry(PackedCheck.Of(record));
        await EnqueueAsync(entry);
        try
        {
            return (await _watch.WhileWorkingAsync(entry.Written.Task))!;
        }
        catch (StoreUnavailableException)
        {
            entry.IsGivenUp = true;
            throw;
        }
    }

    /// <summary>Writes a row of no meaning, to know whether the store can write.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    public async Task ProbeAsync()
    {
        var entry = new Entry(null);
        await EnqueueAsync(entry);
        await entry.Written.Task;
    }

    /// <summary>The store said nothing to somebody: has it tried, so that those who come next are refused at once.</summary>
    public void Suspect()
    {
        if (!_watch.IsHanging)
        {
            _waiting.Writer.TryWrite(new Entry(null));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: it spends its life waiting for the disk.
        _writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.CompletedTask;
    }

    /// <summary>Writes what still waits, then ends.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping.Cancel();
        _waiting.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        store.Dispose();
        _stopping.Dispose();
    }

    private async ValueTask EnqueueAsync(Entry entry)
    {
        _watch.RefuseWhereHanging();
        try
        {
            await _waiting.Writer.WriteAsync(entry);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException(closed);
        }
    }

    private void WriteAll()
    {
        var group = new List<Entry>(MaximumGroup);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaximumGroup && _waiting.Reader.TryRead(out var entry))
            {
                if (!entry.IsGivenUp)
                {
                    group.Add(entry);
                }
            }

            _watch.Begin();
            if (group.Count > 0)
            {
                WriteGroup(group);
            }

            WaitWhileHanging();
            _watch.End();
            group.Clear();
        }
    }

    /// <summary>Tries with a row of no meaning until the store answers again; whoever comes meanwhile is refused at once.</summary>
    private void WaitWhileHanging()
    {
        var hangs = _watch.IsHanging;
        while (hangs && !_stopping.Token.WaitHandle.WaitOne(StoreWatch.TryAgain))
        {
            try
            {
                store.Write([null]);
                hangs = false;
            }
            catch (Exception error)
            {
                StillHanging(error.Message);
            }
        }
    }

    private void WriteGroup(List<Entry> group)
    {
        try
        {
            var written = store.Write([.. group.Select(e => e.Check)]);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Written.SetResult(written[i]);
            }
        }
        catch (Exception error) when (group.Count > 1 && store.IsOfOneRecord(error))
        {
            // One record's fault must not be the others' loss.
            foreach (var entry in group)
            {
                WriteGroup([entry]);
            }
        }
        catch (KeySpentException spent)
        {
            group[0].Written.SetException(spent);
        }
        catch (Exception error)
        {
            GroupLost(group.Count, error);
            group.ForEach(e => e.Written.SetException(new StoreUnavailableException(error)));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store refused {Count} checks; their callers were told to try again")]
    private partial void GroupLost(int count, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer; checks that are to be kept are refused until it does: {Problem}")]
    private partial void StillHanging(string problem);

    private sealed record Entry(PackedCheck? Check)
    {
        public TaskCompletionSource<RecordedCheck?> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Nobody waits for it any more.</summary>
        public volatile bool IsGivenUp;
    }
}
