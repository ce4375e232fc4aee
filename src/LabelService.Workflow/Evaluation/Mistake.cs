namespace LabelService.Workflow.Evaluation;

internal enum MistakeKind
{
    /// <summary>A certain find of somebody who is not there: an article would be labelled for it.</summary>
    FalseCertain,

    /// <summary>A find that a person would be asked about, and is wrong.</summary>
    FalsePending,

    Missed,

    /// <summary>A notice, its agent, an age mark or a source that is not what the gold says.</summary>
    Different,
}

/// <param name="What">The name sought or found, or what differs.</param>
/// <param name="Context">The place with the text around it.</param>
/// <param name="Why">The reason that the matcher gave for a false find; what kind of mention was missed.</param>
internal sealed record Mistake(MistakeKind Kind, string Text, string What, string Context, string Why);
