namespace LabelService.Engine.Naming;

/// <summary>Grammatical cases as bits, so that words agree where their bits meet. A Latin spelling agrees with Latin spellings only.</summary>
internal static class CaseBits
{
    /// <summary>All six cases of Russian, in the order of <see cref="Grammar.GrammaticalCase"/>.</summary>
    public const ushort AnyCase = 0b11_1111;

    public const ushort Nominative = 1;

    public const ushort Latin = 1 << 6;

    public const ushort Any = AnyCase | Latin;

    /// <summary>No case of the name but the plural of a name that is registered in the singular.</summary>
    public const ushort Plural = 1 << 7;
}
