namespace LabelService.Engine.Naming;

/// <summary>What may stand between two words of one title beside blanks, quotes and dashes: the marks that the register writes there.</summary>
internal static class TitleGaps
{
    private const string Marks = ",.:;!?—–";

    /// <summary>Whether a name has a mark behind a word that <see cref="Gaps.JoinsTitle"/> takes for the end of a phrase.</summary>
    public static bool IsMarked(ReadOnlySpan<char> gap) => gap.IndexOfAny(Marks) >= 0;

    /// <summary>Whether the gap would join words but for one or two such marks.</summary>
    public static bool JoinsMarked(ReadOnlySpan<char> gap, int lengthBefore)
    {
        var first = gap.IndexOfAny(Marks);
        if (first < 0)
        {
            return false;
        }

        var last = first + 1 < gap.Length && Marks.Contains(gap[first + 1], StringComparison.Ordinal) ? first + 2 : first + 1;
        return Gaps.JoinsTitle(gap[..first], lengthBefore) && Gaps.JoinsTitle(gap[last..], lengthBefore);
    }
}
