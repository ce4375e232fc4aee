namespace LabelService.Workflow.Reviews;

/// <summary>How far the looking again at stored articles has come; one row, so that one process does it and a restart goes on.</summary>
internal sealed class RecheckRow
{
    public int Id { get; init; }

    /// <summary>The rules, exceptions and day that all articles have been held against; null before the first.</summary>
    public string? Done { get; set; }

    /// <summary>The same of the run that is under way.</summary>
    public string? Running { get; set; }

    public long LastArticle { get; set; }

    /// <summary>Where the turn ends: what is in force may change in the middle of one, and then it goes round from there, so that the late articles have their turn, too.</summary>
    public long TurnEnd { get; set; } = long.MaxValue;

    /// <summary>Whether it goes from the first article to <see cref="TurnEnd"/>, and not to the last.</summary>
    public bool IsRound { get; set; } = true;
    public long Looked { get; set; }
    public long Changed { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
