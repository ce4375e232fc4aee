namespace LabelService.Workflow.Reviews;

/// <summary>What of the queue is asked for. Everything is optional; what is given narrows.</summary>
internal sealed record QueueQuery
{
    public const int PageSize = 50;

    public QueueView View { get; init; } = QueueView.Waiting;
    public string? Site { get; init; }
    public string? Rule { get; init; }
    public string? Entity { get; init; }

    /// <summary>A word of <see cref="Engine.Model.PendingReason"/>.</summary>
    public string? Reason { get; init; }

    public string? Language { get; init; }

    /// <summary>Only what the evidence makes less likely than this.</summary>
    public double? ConfidenceBelow { get; init; }

    /// <summary>Only what is due within so many minutes, what is overdue too.</summary>
    public int? DueWithin { get; init; }

    /// <summary>Only what was opened at least so many hours ago.</summary>
    public int? OlderThan { get; init; }

    /// <summary>Words that must all be there; each may be the beginning of one.</summary>
    public string? Text { get; init; }

    public string? Cursor { get; init; }

    public bool HasItemFilter => Rule is not null || Entity is not null || Reason is not null || ConfidenceBelow is not null;
}

internal enum QueueView
{
    /// <summary>All that waits.</summary>
    Waiting,

    /// <summary>What waits and is routed to me, without what I skipped.</summary>
    Mine,
    Claimed,
    Escalated,
    Appealed,
    Decided,
}
