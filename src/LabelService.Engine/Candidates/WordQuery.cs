using System.Collections.Immutable;

namespace LabelService.Engine.Candidates;

/// <summary>Which articles something can touch, by the keys of <see cref="ArticleWords"/>: those that meet one of the clauses, or all.</summary>
public sealed record WordQuery(ImmutableArray<WordClause> Clauses)
{
    /// <summary>Keys do not tell: every article may be touched.</summary>
    public static readonly WordQuery All = new([]) { IsAll = true };

    /// <summary>No article is touched but the odd ones.</summary>
    public static readonly WordQuery None = new([]);

    /// <summary>The key of articles that are candidates for everything.</summary>
    public const uint Odd = WordKey.Odd;

    public bool IsAll { get; private init; }

    public WordQuery Or(WordQuery other) => IsAll || other.IsAll ? All : new WordQuery([.. Clauses, .. other.Clauses]);

    /// <param name="keys">As <see cref="ArticleWords.Of"/> gives them.</param>
    public bool Matches(ReadOnlySpan<uint> keys)
    {
        if (IsAll || (keys.Length > 0 && keys[0] == Odd))
        {
            return true;
        }

        foreach (var clause in Clauses)
        {
            if (clause.Matches(keys))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Groups of keys: an article meets the clause where it has a key of each group. The group that fewest articles meet goes first.</summary>
public sealed record WordClause(ImmutableArray<ImmutableArray<uint>> Groups)
{
    internal static WordClause Of(params IEnumerable<IEnumerable<uint>> groups) => new([.. groups.Select(g => g.Distinct().Order().ToImmutableArray())]);

    public bool Matches(ReadOnlySpan<uint> keys)
    {
        foreach (var group in Groups)
        {
            var isMet = false;
            foreach (var key in group)
            {
                isMet |= keys.BinarySearch(key) >= 0;
            }

            if (!isMet)
            {
                return false;
            }
        }

        return true;
    }
}
