using System.Collections.Immutable;

namespace LabelService.Workflow.Events;

/// <summary>The contract's events, and two that a desk needs besides.</summary>
internal static class EventTypes
{
    public const string CheckCompleted = "check.completed";
    public const string ReviewOpened = "review.opened";
    public const string ReviewDecided = "review.decided";
    public const string LabelsChanged = "labels.changed";

    /// <summary>A moderator asks the author something.</summary>
    public const string ReviewQuestion = "review.question";

    /// <summary>The review ended without a decision: the article or the rules changed.</summary>
    public const string ReviewSuperseded = "review.superseded";

    /// <summary>A delivery that somebody asked for to see whether it arrives; no event.</summary>
    public const string WebhookTest = "webhook.test";

    /// <summary>Those that happen.</summary>
    public static readonly ImmutableArray<string> All = [CheckCompleted, ReviewOpened, ReviewDecided, ReviewQuestion, ReviewSuperseded, LabelsChanged];
}
