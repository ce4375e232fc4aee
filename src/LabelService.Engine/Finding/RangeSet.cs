namespace LabelService.Engine.Finding;

/// <summary>Ranges of a text that do not overlap, in order, so that a text full of them is still asked about in no time.</summary>
internal sealed class RangeSet
{
    private readonly List<(int Start, int End)> _ranges = [];

    /// <summary>Adds a range unless it overlaps one that is there.</summary>
    public bool TryAdd(int start, int end)
    {
        if (Overlaps(start, end))
        {
            return false;
        }

        _ranges.Insert(CountBefore(start), (start, end));
        return true;
    }

    public bool Overlaps(int start, int end)
    {
        // Of the ranges that begin before the end, the last reaches furthest.
        var next = CountBefore(end);
        return next > 0 && _ranges[next - 1].End > start;
    }

    /// <summary>The last range that begins before a position.</summary>
    public (int Start, int End)? LastBefore(int position) => CountBefore(position) is > 0 and var count ? _ranges[count - 1] : null;

    /// <summary>The first range that begins at a position or behind it.</summary>
    public (int Start, int End)? FirstFrom(int position) => CountBefore(position) is var count && count < _ranges.Count ? _ranges[count] : null;

    private int CountBefore(int position)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ranges[middle].Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
