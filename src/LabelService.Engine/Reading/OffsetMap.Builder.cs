using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

public sealed partial class OffsetMap
{
    /// <summary>Takes the text as it is written, piece by piece, in the order of the text.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<Run>.Builder _runs = ImmutableArray.CreateBuilder<Run>();

        /// <summary>Where the source of the last character added ends.</summary>
        public int SourceEnd => _runs.Count == 0 ? 0 : _runs[^1].SourceEnd;

        /// <summary>Says that <paramref name="textLength"/> characters of text came from <paramref name="sourceLength"/> of source at <paramref name="sourceStart"/>.</summary>
        public void Add(int textStart, int textLength, int sourceStart, int sourceLength)
        {
            if (textLength == 0)
            {
                return;
            }

            if (sourceStart < SourceEnd)
            {
                // A parser's position can be wrong; a range of text must still lead to a range of source, never to one that ends before it begins.
                sourceLength = Math.Max(0, sourceStart + sourceLength - SourceEnd);
                sourceStart = SourceEnd;
            }

            if (_runs.Count > 0 && textLength == sourceLength && _runs[^1] is { IsLinear: true } last
                && last.TextEnd == textStart && last.SourceEnd == sourceStart)
            {
                _runs[^1] = last with { TextLength = last.TextLength + textLength, SourceLength = last.SourceLength + sourceLength };
                return;
            }

            _runs.Add(new Run(textStart, sourceStart, textLength, sourceLength));
        }

        /// <summary>Forgets the text from <paramref name="textEnd"/> on: white space at the end of a block turned out to be its end.</summary>
        public void Truncate(int textEnd)
        {
            while (_runs.Count > 0 && _runs[^1].TextStart >= textEnd)
            {
                _runs.RemoveAt(_runs.Count - 1);
            }

            if (_runs.Count > 0 && _runs[^1].TextEnd > textEnd)
            {
                _runs[^1] = _runs[^1].CutAt(textEnd);
            }
        }

        public OffsetMap Build() => _runs.Count == 0 ? Identity : new OffsetMap(_runs.ToImmutable());
    }
}
