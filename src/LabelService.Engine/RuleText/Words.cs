using LabelService.Engine.Model;

namespace LabelService.Engine.RuleText;

/// <summary>Words for messages about what an author wrote: the nearest word that exists, or all of them.</summary>
internal static class Words
{
    private const int ListedAtMost = 12;

    /// <summary>A caller's own words inside one of our messages: never longer than a glance.</summary>
    public static string Short(string text, int most = 60)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most), "…");
    }

    /// <summary>"Did you mean 'x'?", or the list of what is known.</summary>
    public static Told Hint(string word, IEnumerable<string> known)
    {
        var all = known.Distinct(StringComparer.Ordinal).ToList();
        if (Nearest(word, all) is { } near)
        {
            return $"did you mean '{near}'?";
        }

        return all.Count switch
        {
            0 => (Told)"there are none",
            > ListedAtMost => $"known are {string.Join(", ", all.Take(ListedAtMost))}, …",
            _ => $"known are {string.Join(", ", all)}",
        };
    }

    /// <summary>"a or b"; the items are names, the same in every language.</summary>
    public static Told AnyOf(IEnumerable<string> items) => Joined(items, static (a, b) => $"{a} or {b}");

    /// <summary>"a and b".</summary>
    public static Told AllOf(IEnumerable<string> items) => Joined(items, static (a, b) => $"{a} and {b}");

    /// <summary>"'a', 'b'": an author's own words in quotes.</summary>
    public static Told Quoted(IEnumerable<string> items) => List(items.Select(i => (Told)$"'{i}'"));

    /// <summary>Sentences or their parts, one after the other with commas.</summary>
    public static Told List(IEnumerable<Told> items) => items.Aggregate((a, b) => $"{a}, {b}");

    private static Told Joined(IEnumerable<string> items, Func<Told, Told, Told> join) => items.Select(i => (Told)$"{i}").Aggregate(join);

    /// <summary>The known word that differs by the fewest letters; null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > 100)
        {
            return null;
        }

        string? best = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) < least && Distance(word, candidate) is var distance && distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Edits (a letter added, dropped, changed, or two swapped) between two words, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
