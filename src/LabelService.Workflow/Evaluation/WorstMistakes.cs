namespace LabelService.Workflow.Evaluation;

/// <summary>Chooses the mistakes to show.</summary>
internal static class WorstMistakes
{
    /// <summary>
    /// Certain finds of somebody else first, since they label the innocent; then the other kinds in turn, so that many of one do not
    /// hide the rest.
    /// </summary>
    public static IEnumerable<Mistake> Of(IReadOnlyList<Mistake> mistakes, int most)
    {
        var turns = mistakes.Where(m => m.Kind != MistakeKind.FalseCertain).GroupBy(m => m.Kind)
            .SelectMany(kind => kind.Select((mistake, i) => (mistake, i))).OrderBy(m => m.i).ThenBy(m => m.mistake.Kind).Select(m => m.mistake);
        return mistakes.Where(m => m.Kind == MistakeKind.FalseCertain).Concat(turns).Take(most);
    }
}
