namespace LabelService.Workflow.Teaching;

/// <summary>
/// What a share in few trials says of the share in all of them: E. B. Wilson's score interval (1927), which holds for small numbers and for
/// shares near 0 and 1, where the usual one fails.
/// </summary>
internal static class Wilson
{
    /// <summary>The 97.5th percentile of the normal distribution: 95 of 100 such intervals hold the true share.</summary>
    private const double Z = 1.959963984540054;

    /// <returns>From 0 to 1 where there was no trial.</returns>
    public static (double Lower, double Upper) Interval(long hits, long trials)
    {
        if (trials <= 0)
        {
            return (0, 1);
        }

        var (n, share) = ((double)trials, (double)hits / trials);
        var middle = share + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return (Math.Max(0, (middle - reach) / scale), Math.Min(1, (middle + reach) / scale));
    }
}
