using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>
/// Leads from a field's text back to the submitted string. Made of runs in which both advance together, and of single
/// text characters (or surrogate pairs) that stand for a longer stretch of source, such as an entity.
/// All positions are UTF-16 code units.
/// </summary>
public sealed partial class OffsetMap
{
    /// <summary>The text is the submitted string itself.</summary>
    public static readonly OffsetMap Identity = new([]);

    private readonly ImmutableArray<Run> _runs;

    private OffsetMap(ImmutableArray<Run> runs) => _runs = runs;

    public bool IsIdentity => _runs.IsEmpty;

    /// <summary>Where in the source the character at <paramref name="text"/> begins.</summary>
    public int SourceStart(int text) => IsIdentity ? text : RunAt(text).SourceAt(text);

    /// <summary>Where in the source the text that ends before <paramref name="textEnd"/> ends: an entity is taken whole.</summary>
    public int SourceEnd(int textEnd)
    {
        if (IsIdentity)
        {
            return textEnd;
        }

        return textEnd == 0 ? _runs[0].SourceStart : RunAt(textEnd - 1).SourceBefore(textEnd);
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
        public int TextEnd => TextStart + TextLength;
        public int SourceEnd => SourceStart + SourceLength;

        /// <summary>A place behind the run is the line end between two blocks, which no source stands for: the run's end.</summary>
        public int SourceAt(int text) =>
            text >= TextEnd ? SourceEnd : SourceStart + (IsLinear ? text - TextStart : 0);

        public int SourceBefore(int textEnd) =>
            IsLinear && textEnd < TextEnd ? SourceStart + textEnd - TextStart : SourceEnd;

        public Run CutAt(int textEnd) => IsLinear
            ? this with { TextLength = textEnd - TextStart, SourceLength = textEnd - TextStart }
            : this with { TextLength = textEnd - TextStart };
    }
}
