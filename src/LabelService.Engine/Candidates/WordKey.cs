using LabelService.Engine.Matching;

namespace LabelService.Engine.Candidates;

/// <summary>
/// What an article is found by, as numbers of 32 bits: words, words read through a disguise, initials, addresses, what the CMS says. Numbers
/// that two things share bring an article too many, never one too few.
/// </summary>
internal static class WordKey
{
    /// <summary>Of an article of which keys cannot tell everything: it is always a candidate.</summary>
    public const uint Odd = 0;

    private const ulong HiddenSalt = 0x9E3779B97F4A7C15;
    private const ulong InitialSalt = 0xC2B2AE3D27D4EB4F;
    private const char HostMark = '\u0002';
    private const char FactMark = '\u0003';

    /// <summary>A word or a reading, by its hash in <see cref="WordScanner"/>.</summary>
    public static uint Of(ulong hash) => (uint)(hash >> 32) is var key && key == Odd ? 1 : key;

    /// <summary>A word that is nothing but a reading.</summary>
    public static uint Hidden(ulong hash) => Of(Mix(hash ^ HiddenSalt));

    /// <summary>A folded initial beside a word that may be the surname.</summary>
    public static uint Initial(char letter, ulong surname) => Of(Mix(surname + (letter * InitialSalt)));

    /// <summary>A folded initial that is hidden itself, or in whose neighbourhood a part of a double surname may be.</summary>
    public static uint InitialOfHidden(char letter) => Initial(letter, HiddenSalt);

    /// <summary>A host or an account, in lower case.</summary>
    public static uint Host(string host) => Of(WordScanner.HashOf(HostMark + host));

    /// <summary>What the CMS says, whatever its case.</summary>
    public static uint Fact(string word) => Of(WordScanner.HashOf(FactMark + word.ToUpperInvariant()));

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        return hash * 0xC4CEB9FE1A85EC53;
    }
}
