using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Any name that is not a person's given name and surname, as a sequence of lexemes.</summary>
/// <param name="Anchor">The word that with the one behind it tells this title best from the others; by these two it is found.</param>
/// <param name="Writing">How the register writes it.</param>
internal sealed record TitleEntry(Entity Entity, ImmutableArray<int> Words, NameKind Kind, int Anchor, TitleWriting Writing)
{
    public bool IsSingle => Words.Length == 1;
}

/// <param name="Capitals">A bit for each word with a capital; words beyond the 64th have none.</param>
/// <param name="Marks">A bit for each word with a mark behind it that would part others: a comma, a full stop, a bracket.</param>
/// <param name="Particles">A bit for each word that means nothing by itself.</param>
/// <param name="Places">A bit for each word that has a capital wherever it stands.</param>
/// <param name="IsOrdinary">Whether a text uses all its words as words.</param>
/// <param name="IsAcronym">Whether it is one short word in capitals.</param>
/// <param name="IsShouted">Whether it has no small letter.</param>
internal readonly record struct TitleWriting(ulong Capitals, ulong Marks, ulong Particles, ulong Places, bool IsOrdinary, bool IsAcronym, bool IsShouted)
{
    /// <summary>Letters of the longest acronym.</summary>
    private const int LongestAcronym = 6;

    public bool HasCapital => Capitals != 0;

    public bool HasMark(int word) => word < 64 && (Marks >> word & 1) != 0;

    public static TitleWriting Of(string name, List<(string Folded, string Written, bool IsMarked)> words)
    {
        ulong capitals = 0, marks = 0, particles = 0, places = 0;
        for (var i = 0; i < Math.Min(words.Count, 64); i++)
        {
            capitals |= Naming.Capitals.AreIn(words[i].Written) ? 1UL << i : 0;
            marks |= words[i].IsMarked ? 1UL << i : 0;
            particles |= OrdinaryWords.IsParticle(words[i].Folded) ? 1UL << i : 0;
            places |= OrdinaryWords.IsPlace(words[i].Folded) ? 1UL << i : 0;
        }

        var isAcronym = words.Count == 1 && words[0].Written.Length <= LongestAcronym && words[0].Written.Count(char.IsUpper) >= 2;
        return new TitleWriting(capitals, marks, particles, places, words.TrueForAll(w => OrdinaryWords.Contains(w.Folded)), isAcronym, !name.Any(char.IsLower));
    }
}
