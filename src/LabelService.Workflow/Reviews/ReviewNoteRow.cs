namespace LabelService.Workflow.Reviews;

/// <summary>What somebody wrote on a review: to colleagues, or to the author and back.</summary>
internal sealed class ReviewNoteRow
{
    public required string Id { get; init; }
    public required string ReviewId { get; init; }
    public required string Site { get; init; }

    /// <summary>A word of <see cref="NoteKind"/>.</summary>
    public required string Kind { get; init; }

    public required string ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; set; }
}

internal enum NoteKind
{
    Comment,

    /// <summary>To the author: it goes out with the changes.</summary>
    Question,

    /// <summary>Why somebody wants it decided again.</summary>
    Appeal,

    Escalation,
}
