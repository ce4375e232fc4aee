using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>
/// Leads from a field's text back to the submitted string. Made of runs in which both advance together, and of single
/// text characters (or surrogate pairs) that stand for a longer stretch of source, such as an entity.
/// </summary>
public sealed class OffsetMap
{
    /// <summary>The text is the submitted string itself.</summary>
    public static readonly OffsetMap Identity = new([]);

    private readonly ImmutableArray<Run> _runs;

    private OffsetMap(ImmutableArray<Run> runs) => _runs = runs;

    public bool IsIdentity => _runs.IsEmpty;

    /// <summary>Where in the source the character at <paramref name="text"/> begins.</summary>
    public int SourceStart(int text)
    {
        if (IsIdentity)
        {
            return text;
        }

        var run = RunAt(text);
        return run.SourceStart + (run.IsLinear ? Math.Min(text - run.TextStart, run.SourceLength) : 0);
    }

    /// <summary>Where in the source the text that ends before <paramref name="textEnd"/> ends: an entity is taken whole.</summary>
    public int SourceEnd(int textEnd)
    {
        if (IsIdentity || textEnd == 0)
        {
            return IsIdentity ? textEnd : SourceStart(0);
        }

        var run = RunAt(textEnd - 1);
        return run.SourceStart + (run.IsLinear ? Math.Min(textEnd - run.TextStart, run.SourceLength) : run.SourceLength);
    }

    private Run RunAt(int text)
    {
        int low = 0, high = _runs.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_runs[middle].TextStart <= text)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _runs[low];
    }

    private readonly record struct Run(int TextStart, int SourceStart, int TextLength, int SourceLength)
    {
        public bool IsLinear => TextLength == SourceLength;
    }

    /// <summary>Takes the text as it is written, piece by piece, in the order of the source.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>();

        /// <summary>Says that <paramref name="textLength"/> characters of text came from <paramref name="sourceLength"/> of source at <paramref name="sourceStart"/>.</summary>
        public void Add(int textStart, int textLength, int sourceStart, int sourceLength)
        {
            if (textLength == 0)
            {
                return;
            }

            if (_runs.Count > 0 && textLength == sourceLength && _runs[^1] is { IsLinear: true } last
                && last.TextStart + last.TextLength == textStart && last.SourceStart + last.SourceLength == sourceStart)
            {
                _runs[^1] = last with { TextLength = last.TextLength + textLength, SourceLength = last.SourceLength + sourceLength };
                return;
            }

            _runs.Add(new Run(textStart, sourceStart, textLength, sourceLength));
        }

        public OffsetMap Build() => _runs.Count == 0 ? Identity : new OffsetMap(_runs.ToImmutable());
    }
}
