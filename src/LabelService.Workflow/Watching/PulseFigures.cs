namespace LabelService.Workflow.Watching;

/// <summary>What the store says of the work that waits, at one moment.</summary>
/// <param name="ReviewsWaiting">Questions that wait for a moderator.</param>
/// <param name="ReviewsOverdue">Those of them past their time.</param>
/// <param name="OldestReviewAt">When the one was opened that has waited longest.</param>
/// <param name="DeliveriesWaiting">Events on their way to receivers.</param>
/// <param name="OldestDeliveryAt">When the event happened that has waited longest.</param>
/// <param name="ArticlesLooked">Articles that the newest sweep has looked at.</param>
/// <param name="SweepsUnderWay">Sweeps that have work left.</param>
/// <param name="SweepsWaiting">Sweeps that wait until a senior confirms them.</param>
/// <param name="ClockAhead">How far this machine's clock is ahead of the shared store's; none where the store is a file of the machine.</param>
internal sealed record PulseFigures(
    DateTimeOffset At, long ReviewsWaiting, long ReviewsOverdue, DateTimeOffset? OldestReviewAt, long DeliveriesWaiting, DateTimeOffset? OldestDeliveryAt, long ArticlesLooked, long SweepsUnderWay, long SweepsWaiting, TimeSpan ClockAhead);
