using System.Numerics;

namespace LabelService.Engine.Naming;

/// <summary>A bit for the hash of each word with which a name begins; most other words find no bit set.</summary>
internal sealed class BeginningFilter
{
    /// <summary>Of other words one in ten passes by chance; the bits of 100,000 names fill half a megabyte, what a core keeps near.</summary>
    private const int BitsEach = 8;

    private readonly ulong[] _bits;
    private readonly uint _mask;

    public BeginningFilter(IEnumerable<ulong> keys)
    {
        var distinct = keys.Distinct().ToList();
        _mask = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, distinct.Count * BitsEach)) - 1;
        _bits = new ulong[(_mask + 1) / 64];
        foreach (var key in distinct)
        {
            _bits[Bit(key) >> 6] |= 1UL << (int)(Bit(key) & 63);
        }
    }

    public bool MayHold(ulong key) => (_bits[Bit(key) >> 6] & (1UL << (int)(Bit(key) & 63))) != 0;

    private uint Bit(ulong key) => (uint)(key >> 1) & _mask;
}
