using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>The letter with which a name begins, and those with which its Latin spellings do.</summary>
/// <param name="Folded">'\0' where there is no such name.</param>
/// <param name="Latin">A bit for each letter from a on.</param>
internal readonly record struct Initial(char Folded, uint Latin)
{
    public static readonly Initial None = new('\0', 0);

    public bool IsKnown => Folded != '\0';

    public static Initial Of(string? name)
    {
        if (name is not { Length: > 0 })
        {
            return None;
        }

        var latin = Transliteration.Spell(name).Append(name).Aggregate(0u, (bits, spelt) => spelt.Length > 0 ? bits | Bit(spelt[0]) : bits);
        return new Initial(Letters.Fold(name[0]), latin);
    }

    /// <summary>Whether a folded letter of a text can be this one; a letter that only looks like it counts too.</summary>
    public bool Fits(char letter) =>
        Folded == letter || Letters.AsCyrillic(Folded) == Letters.AsCyrillic(letter) || (Latin & Bit(letter)) != 0;

    private static uint Bit(char letter) => letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 0;
}
