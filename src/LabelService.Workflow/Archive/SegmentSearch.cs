using LabelService.Engine.Candidates;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Holds the clauses of a query against segments, some at once. A round asks for one group of each clause that may still be met, so that
/// what a rare word rules out costs no further reading.
/// </summary>
internal sealed class SegmentSearch(WordQuery query)
{
    private const int Words = Postings.MostArticles / 64;
    private static readonly WordClause Odd = new([[WordQuery.Odd]]);
    private readonly List<WordClause> _clauses = [.. query.Clauses.Where(c => c.Groups.Length > 0), Odd];

    /// <param name="segments">Ascending.</param>
    /// <returns>The segments in which articles meet a clause, with their places in it.</returns>
    public async Task<List<(long Segment, List<int> Places)>> FindAsync(IReadOnlyList<long> segments, BucketReader buckets, CancellationToken cancel)
    {
        var states = segments.Select(segment => new State(segment, _clauses)).ToDictionary(s => s.Segment);
        for (var round = 0; states.Values.Any(s => s.IsOpen); round++)
        {
            List<long> wanted = [.. states.Values.SelectMany(s => s.Ask(round))];
            await buckets.ReadAsync(segments, wanted, (id, data) =>
            {
                if (states.TryGetValue(id >> Postings.BucketBits, out var state))
                {
                    state.Take((int)(id & (Postings.Buckets - 1)), data);
                }
            }, cancel);
            foreach (var state in states.Values)
            {
                state.Close(round);
            }
        }

        return [.. segments.Select(s => (s, states[s].Places())).Where(found => found.Item2.Count > 0)];
    }

    /// <summary>One segment, and what may still be met in it.</summary>
    private sealed class State(long segment, List<WordClause> clauses)
    {
        private readonly ulong[] _met = new ulong[Words];
        private readonly Dictionary<int, (int Start, int Count)> _buckets = [];
        private List<(WordClause Clause, ulong[]? Articles)> _open = clauses.ConvertAll(clause => (clause, (ulong[]?)null));
        private List<ulong[]> _sets = [];
        private (uint Key, ulong[] Articles)[] _keys = [];

        public long Segment => segment;

        public bool IsOpen => _open.Count > 0;

        /// <returns>The rows that hold the keys of this round.</returns>
        public IEnumerable<long> Ask(int round)
        {
            _sets = _open.ConvertAll(_ => new ulong[Words]);
            _keys = [.. _open.SelectMany((o, i) => o.Clause.Groups[round].Select(key => (key, _sets[i])))];
            Array.Sort(_keys, static (a, b) => a.Key.CompareTo(b.Key));
            _buckets.Clear();
            for (var i = 0; i < _keys.Length; i++)
            {
                var bucket = Postings.BucketOf(_keys[i].Key);
                _buckets[bucket] = _buckets.TryGetValue(bucket, out var range) ? (range.Start, range.Count + 1) : (i, 1);
            }

            return _buckets.Keys.Select(bucket => (segment << Postings.BucketBits) + bucket);
        }

        public void Take(int bucket, byte[] data)
        {
            if (_buckets.TryGetValue(bucket, out var range))
            {
                Postings.Read(data, _keys.AsSpan(range.Start, range.Count));
            }
        }

        public void Close(int round)
        {
            var next = new List<(WordClause, ulong[]?)>();
            for (var i = 0; i < _open.Count; i++)
            {
                var articles = And(_sets[i], _open[i].Articles);
                if (round + 1 == _open[i].Clause.Groups.Length)
                {
                    Or(_met, articles);
                }
                else if (articles.AsSpan().ContainsAnyExcept(0UL))
                {
                    next.Add((_open[i].Clause, articles));
                }
            }

            _open = next;
        }

        public List<int> Places() => [.. Enumerable.Range(0, Postings.MostArticles).Where(i => (_met[i >> 6] & (1UL << (i & 63))) != 0)];

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
    }
}
