using LabelService.Engine.Candidates;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Holds the clauses of a query against one segment after another. A round asks for one group of each clause that may still be met, so that
/// what a rare word rules out costs no further reading.
/// </summary>
internal sealed class SegmentSearch(WordQuery query)
{
    private const int Words = Postings.MostArticles / 64;
    private static readonly WordClause Odd = new([[WordQuery.Odd]]);
    private readonly List<WordClause> _clauses = [.. query.Clauses.Where(c => c.Groups.Length > 0), Odd];

    /// <param name="read">Gives the buckets of the segment that are asked for, those that it has.</param>
    /// <returns>The places in the segment of the articles that meet a clause; null where none does.</returns>
    public async Task<List<int>?> FindAsync(Func<IReadOnlyList<int>, Task<List<(int Bucket, byte[] Data)>>> read)
    {
        var met = new ulong[Words];
        var open = _clauses.ConvertAll(clause => (Clause: clause, Articles: (ulong[]?)null));
        for (var round = 0; open.Count > 0; round++)
        {
            var group = round;
            var sets = open.ConvertAll(o => (Group: o.Clause.Groups[group], Articles: new ulong[Words]));
            await FillAsync(sets.SelectMany(s => s.Group.Select(key => (key, s.Articles))), read);
            var next = new List<(WordClause, ulong[]?)>();
            for (var i = 0; i < open.Count; i++)
            {
                var articles = And(sets[i].Articles, open[i].Articles);
                if (round + 1 == open[i].Clause.Groups.Length)
                {
                    Or(met, articles);
                }
                else if (articles.AsSpan().ContainsAnyExcept(0UL))
                {
                    next.Add((open[i].Clause, articles));
                }
            }

            open = next;
        }

        return met.AsSpan().ContainsAnyExcept(0UL) ? Places(met) : null;
    }

    private static async Task FillAsync(IEnumerable<(uint Key, ulong[] Articles)> wanted, Func<IReadOnlyList<int>, Task<List<(int Bucket, byte[] Data)>>> read)
    {
        var keys = wanted.ToArray();
        Array.Sort(keys, static (a, b) => a.Key.CompareTo(b.Key));
        var buckets = new SortedDictionary<int, (int Start, int Count)>();
        for (var i = 0; i < keys.Length; i++)
        {
            var bucket = Postings.BucketOf(keys[i].Key);
            buckets[bucket] = buckets.TryGetValue(bucket, out var range) ? (range.Start, range.Count + 1) : (i, 1);
        }

        foreach (var (bucket, data) in await read([.. buckets.Keys]))
        {
            if (buckets.TryGetValue(bucket, out var range))
            {
                Postings.Read(data, keys.AsSpan(range.Start, range.Count));
            }
        }
    }

    private static ulong[] And(ulong[] articles, ulong[]? before)
    {
        for (var i = 0; before is not null && i < articles.Length; i++)
        {
            articles[i] &= before[i];
        }

        return articles;
    }

    private static void Or(ulong[] articles, ulong[] more)
    {
        for (var i = 0; i < articles.Length; i++)
        {
            articles[i] |= more[i];
        }
    }

    private static List<int> Places(ulong[] articles)
    {
        var places = new List<int>();
        for (var i = 0; i < Postings.MostArticles; i++)
        {
            if ((articles[i >> 6] & (1UL << (i & 63))) != 0)
            {
                places.Add(i);
            }
        }

        return places;
    }
}
