namespace LabelService.Workflow.Storage;

/// <summary>A set of numbers that mostly follow each other: a bit each, in pages that are made where there are some.</summary>
internal sealed class SparseBits
{
    private const int PageBits = 16;
    private readonly Dictionary<long, ulong[]> _pages = [];

    public void Add(long number)
    {
        if (!_pages.TryGetValue(number >> PageBits, out var page))
        {
            _pages[number >> PageBits] = page = new ulong[1 << (PageBits - 6)];
        }

        page[(number & ((1 << PageBits) - 1)) >> 6] |= 1UL << (int)(number & 63);
    }

    public bool Contains(long number) =>
        _pages.TryGetValue(number >> PageBits, out var page) && (page[(number & ((1 << PageBits) - 1)) >> 6] & (1UL << (int)(number & 63))) != 0;
}
