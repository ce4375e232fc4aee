namespace LabelService.Workflow.Watching;

/// <summary>What the store says of the work that waits, at one moment.</summary>
/// <param name="ReviewsWaiting">Questions that wait for a moderator.</param>
/// <param name="ReviewsOverdue">Those of them past their time.</param>
/// <param name="OldestReviewAt">When the one was opened that has waited longest.</param>
/// <param name="DeliveriesWaiting">Events on their way to receivers.</param>
/// <param name="OldestDeliveryAt">When the event happened that has waited longest.</param>
/// <param name="ArticlesLooked">Articles that the look at all stored articles has passed since rules, registers or the day last changed.</param>
/// <param name="IsLooking">Whether that look is under way.</param>
internal sealed record PulseFigures(
    DateTimeOffset At, long ReviewsWaiting, long ReviewsOverdue, DateTimeOffset? OldestReviewAt, long DeliveriesWaiting, DateTimeOffset? OldestDeliveryAt, long ArticlesLooked, bool IsLooking);
