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
    public long Looked { get; set; }
    public long Changed { get; set; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
