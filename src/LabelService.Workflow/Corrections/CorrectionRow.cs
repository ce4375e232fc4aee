using System.Globalization;

namespace LabelService.Workflow.Corrections;

/// <summary>Somebody outside says that a label of an article is wrong. No name and no address of theirs is asked for or kept.</summary>
internal sealed class CorrectionRow
{
    /// <summary>What the newsroom and the audit call it: by it nobody finds the reply.</summary>
    public long Number { get; init; }

    /// <summary>Hard to guess: whoever knows it may read what became of it.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where an article with that address is known; else null.</summary>
    public string? Site { get; init; }

    public long? ArticleId { get; init; }
    public required string Url { get; init; }
    public required string Jurisdiction { get; init; }
    public required string Type { get; init; }
    public required string Text { get; set; }

    /// <summary>A word of <see cref="CorrectionOutcome"/>; null while it waits.</summary>
    public string? Outcome { get; set; }

    /// <summary>What the newsroom says to whoever wrote.</summary>
    public string? Reply { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedByName { get; set; }

    /// <summary>When what was written and replied was erased.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>What the audit knows it by.</summary>
    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"correction-{Number}");
}

internal enum CorrectionOutcome
{
    /// <summary>The label was changed or taken off.</summary>
    Changed,

    /// <summary>It was looked at, and stands.</summary>
    Stands,

    /// <summary>It is not about a label of this service.</summary>
    NotOurs,
}
