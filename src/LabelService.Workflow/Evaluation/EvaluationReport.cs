using System.Collections.Immutable;

namespace LabelService.Workflow.Evaluation;

/// <summary>How the matcher did on a set of gold texts.</summary>
/// <param name="Groups">All texts first, as <see cref="All"/>; then each group by its name.</param>
/// <param name="Certain">The same, of the finds alone that need no person's confirmation; empty for notices.</param>
/// <param name="Kinds">How many mentions of each kind were found.</param>
/// <param name="Notices">For notices, what they say, by the same groups.</param>
/// <param name="Worst">The mistakes, the worst first.</param>
internal sealed record EvaluationReport(
    GoldSet Set, ImmutableArray<Group<Tally>> Groups, ImmutableArray<Group<Tally>> Certain, ImmutableArray<Group<Hits>> Kinds,
    ImmutableArray<Group<NoticeScore>> Notices, ImmutableArray<Mistake> Worst, int Mistakes)
{
    public const string All = "ALL";

    /// <summary>F1 of all texts; for notices of their places.</summary>
    public double F1 => Groups.Length > 0 ? Groups[0].Value.F1 : 0;
}

internal sealed record Group<T>(string Name, T Value);
