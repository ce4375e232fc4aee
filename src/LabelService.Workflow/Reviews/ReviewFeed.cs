using System.Threading.Channels;

namespace LabelService.Workflow.Reviews;

/// <summary>Tells open pages of this process that the queue has changed. Says only that, so that no page learns of what it may not see.</summary>
internal sealed class ReviewFeed
{
    private readonly Lock _lock = new();
    private readonly HashSet<Channel<bool>> _listeners = [];

    public void Changed()
    {
        lock (_lock)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Yields whenever something changed since; several changes in a row may be one.</summary>
    public async IAsyncEnumerable<bool> ListenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_lock)
        {
            _listeners.Add(channel);
        }

        try
        {
            await foreach (var changed in channel.Reader.ReadAllAsync(cancel))
            {
                yield return changed;
            }
        }
        finally
        {
            lock (_lock)
            {
                _listeners.Remove(channel);
            }
        }
    }
}
