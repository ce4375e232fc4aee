namespace LabelService.Engine.Matching;

/// <summary>
/// Which groups of three characters a text may hold, whatever their case: tells quickly of most patterns that they match nowhere. What it
/// denies is not there; what it grants may be.
/// </summary>
internal sealed class TextGrams
{
    /// <summary>Bits; a text of a few pages sets a tenth of them.</summary>
    private const int Bits = 1 << 16;

    public const int Length = 3;

    private readonly ulong[] _bits = new ulong[Bits / 64];

    public void Add(ReadOnlySpan<char> text)
    {
        uint window = 0;
        for (var i = 0; i < text.Length; i++)
        {
            window = Next(window, text[i]);
            if (i >= Length - 1)
            {
                var slot = Slot(window);
                _bits[slot >> 6] |= 1UL << (int)(slot & 63);
            }
        }
    }

    /// <summary>Whether the text may hold the words of a pattern.</summary>
    public bool MayHold(ReadOnlySpan<uint> slots)
    {
        foreach (var slot in slots)
        {
            if ((_bits[slot >> 6] & (1UL << (int)(slot & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The places of a literal's groups of three; empty for one that is too short to tell anything.</summary>
    public static uint[] SlotsOf(string literal)
    {
        var slots = new List<uint>();
        uint window = 0;
        for (var i = 0; i < literal.Length; i++)
        {
            window = Next(window, literal[i]);
            if (i >= Length - 1)
            {
                slots.Add(Slot(window));
            }
        }

        return [.. slots.Distinct()];
    }

    /// <summary>A character as it is compared: all that a pattern takes for the same, whatever the case, becomes one. Tested against the library itself.</summary>
    internal static char Fold(char c)
    {
        if (char.IsAscii(c))
        {
            return char.ToLowerInvariant(c);
        }

        return c is '\u0130' or '\u0131' ? 'i' : char.ToLowerInvariant(char.ToUpperInvariant(c));
    }

    // Ten bits a character are enough to tell letters of one alphabet apart.
    private static uint Next(uint window, char c) => (window << 10 | Fold(c) & 1023u) & 0x3FFF_FFFF;

    private static uint Slot(uint window) => (window * 0x9E3779B1) >> 16;
}
