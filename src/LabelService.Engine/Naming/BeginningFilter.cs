using System.Numerics;

namespace LabelService.Engine.Naming;

/// <summary>
/// Three bits, in one word of memory, for the hash of each word with which a name begins; most other words find one of theirs unset. A
/// Bloom filter in blocks: F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and Space-Efficient Bloom Filters" (2007).
/// </summary>
internal sealed class BeginningFilter
{
    /// <summary>Of other words one in thirty passes by chance; the bits of 100,000 names fill half a megabyte, what a core keeps near.</summary>
    private const int BitsEach = 8;

    private readonly ulong[] _blocks;
    private readonly int _shift;

    public BeginningFilter(IEnumerable<ulong> keys)
    {
        var distinct = keys.Distinct().ToList();
        var blocks = BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, distinct.Count * BitsEach / 64));
        _blocks = new ulong[blocks];
        _shift = 64 - BitOperations.Log2(blocks);
        foreach (var key in distinct)
        {
            _blocks[key >> _shift] |= Bits(key);
        }
    }

    public bool MayHold(ulong key)
    {
        var bits = Bits(key);
        return (_blocks[key >> _shift] & bits) == bits;
    }

    private static ulong Bits(ulong key) => 1UL << (int)(key >> 1 & 63) | 1UL << (int)(key >> 7 & 63) | 1UL << (int)(key >> 13 & 63);
}
