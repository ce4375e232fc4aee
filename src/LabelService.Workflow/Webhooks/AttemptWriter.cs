using System.Threading.Channels;

namespace LabelService.Workflow.Webhooks;

/// <summary>Gathers what became of tries and writes many at once. What the store does not take is kept, and tried again.</summary>
internal sealed class AttemptWriter(DeliveryLog deliveries, TimeProvider time)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(250);
    private readonly Channel<(ClaimedDelivery Delivery, Attempt Attempt)> _made = Channel.CreateUnbounded<(ClaimedDelivery, Attempt)>(new() { SingleReader = true });

    public void Add(ClaimedDelivery delivery, Attempt attempt) => _made.Writer.TryWrite((delivery, attempt));

    /// <param name="written">Called with what is in the store.</param>
    /// <param name="failed">Called where the store is away; the claims keep other nodes off meanwhile.</param>
    public async Task RunAsync(Action<IReadOnlyList<ClaimedDelivery>> written, Action<Exception> failed, CancellationToken cancel)
    {
        while (await _made.Reader.WaitToReadAsync(cancel))
        {
            var made = Gathered(AtOnce);
            try
            {
                await deliveries.WriteAsync(made, cancel);
                written([.. made.Select(m => m.Delivery)]);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failed(error);
                made.ForEach(m => _made.Writer.TryWrite(m));
                await Task.Delay(Rest, time, cancel);
            }
        }
    }

    /// <summary>Writes what is left when nothing runs any more.</summary>
    /// <returns>The numbers of what was written.</returns>
    public async Task<IReadOnlyList<long>> EndAsync()
    {
        var left = Gathered(int.MaxValue);
        await (left.Count > 0 ? deliveries.WriteAsync(left, CancellationToken.None) : Task.CompletedTask);
        return [.. left.Select(m => m.Delivery.Number)];
    }

    private List<(ClaimedDelivery Delivery, Attempt Attempt)> Gathered(int most)
    {
        var made = new List<(ClaimedDelivery Delivery, Attempt Attempt)>();
        while (made.Count < most && _made.Reader.TryRead(out var one))
        {
            made.Add(one);
        }

        return made;
    }
}
