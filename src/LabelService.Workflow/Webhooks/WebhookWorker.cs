using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Webhooks;

/// <summary>
/// Delivers: takes what is due, sends a few at once to each endpoint, writes down what became of it. A delivery counts as made only once
/// that is written, so that whatever dies in between is sent again.
/// </summary>
internal sealed partial class WebhookWorker(
    WebhookOutbox outbox, DeliveryClaims claims, WebhookSender sender, AttemptWriter attempts, DeliveryLog deliveries,
    TimeProvider time, ILogger<WebhookWorker> log) : BackgroundService
{
    private const int AtOnceEach = 8;
    private const int AtOnce = 64;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<long, ClaimedDelivery> _underWay = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _gone = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _freed = new(0);
    private DateTimeOffset _cleared;
    private bool _failing;
    private bool _begun;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = attempts.RunAsync(Forget, Told, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeginAsync(stoppingToken);
                var more = await outbox.TurnAsync(stoppingToken);
                more |= await SendDueAsync(stoppingToken);
                await ClearAsync(stoppingToken);
                _failing = false;
                if (!more)
                {
                    await _freed.WaitAsync(Every, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Told(error);
                await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync();
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (!_begun)
        {
            await deliveries.ReleaseOfNobodyAsync(cancel);
            _begun = true;
        }
    }

    private async Task<bool> SendDueAsync(CancellationToken cancel)
    {
        var sent = false;
        foreach (var webhook in await claims.DueAsync(cancel))
        {
            var room = Math.Min(AtOnce - _underWay.Count, AtOnceEach - _underWay.Values.Count(d => d.WebhookId == webhook));
            foreach (var delivery in room <= 0 ? [] : await claims.TakeAsync(webhook, room, cancel))
            {
                _underWay[delivery.Number] = delivery;
                _ = SendAsync(delivery, cancel);
                sent = true;
            }
        }

        return sent && _underWay.Count < AtOnce;
    }

    private async Task SendAsync(ClaimedDelivery delivery, CancellationToken cancel)
    {
        var gone = _gone.GetOrAdd(delivery.WebhookId, _ => new CancellationTokenSource());
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, gone.Token);
            var attempt = await sender.SendAsync(delivery.Url, delivery.Id, delivery.Body, delivery.Secrets, ending.Token);
            if (attempt.IsGone && _gone.TryRemove(new(delivery.WebhookId, gone)))
            {
                // What is under way to it is called back; what waits is not sent, as the endpoint is disabled with this outcome.
                await gone.CancelAsync();
            }

            attempts.Add(delivery, attempt);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The service stops; what is under way is given back in the end.
        }
        catch (OperationCanceledException)
        {
            attempts.Add(delivery, new Attempt(410, "status", null, 0));
        }
        catch (Exception error) when (error is InvalidOperationException or UriFormatException or FormatException)
        {
            NotSent(error, delivery.WebhookId);
            attempts.Add(delivery, new Attempt(null, "connection", null, 0));
        }
    }

    private void Forget(IReadOnlyList<ClaimedDelivery> written)
    {
        foreach (var delivery in written)
        {
            _underWay.TryRemove(delivery.Number, out _);
        }

        if (_freed.CurrentCount == 0)
        {
            _freed.Release();
        }
    }

    /// <summary>What was answered is written, what was not is given back, so that the next start need not wait for the claims to end.</summary>
    private async Task EndAsync()
    {
        try
        {
            var written = await attempts.EndAsync();
            await deliveries.ReleaseAsync([.. _underWay.Keys.Except(written)], CancellationToken.None);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            Told(error);
        }
    }

    private async Task ClearAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - _cleared >= TimeSpan.FromHours(1))
        {
            await deliveries.ClearAsync(cancel);
            _cleared = now;
        }
    }

    private void Told(Exception error)
    {
        if (!_failing)
        {
            StoreAway(error);
        }

        _failing = true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks wait: the store cannot be reached; nothing is lost")]
    private partial void StoreAway(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery to the webhook {Webhook} could not be sent")]
    private partial void NotSent(Exception error, string webhook);
}
