using System.Buffers;
using System.Collections.Immutable;

namespace LabelService.Engine.Reading;

/// <summary>
/// Writes what a reader sees: text with white space collapsed as a browser does it, cut into blocks joined by line feeds,
/// each character with its place in the source. What it is given comes in the order in which it stands in the text.
/// </summary>
internal sealed partial class BlockWriter(string source) : IDisposable
{
    private static readonly SearchValues<char> Collapsible = SearchValues.Create(" \t\n\r\f");
    private static readonly SearchValues<char> Special = SearchValues.Create("\t\n\r\f&\0");
    private static readonly SearchValues<char> SpecialInLines = SearchValues.Create("\n\r&\0");

    private readonly OffsetMap.Builder _map = new();
    private readonly List<BlockDraft> _blocks = [];

    /// <summary>Never longer than the source: an entity is longer than its symbol, and a block ends with a tag or a line end.</summary>
    private readonly char[] _text = ArrayPool<char>.Shared.Rent(source.Length + 1);
    private int _length;
    private BlockDraft _block;
    private bool _inBlock;

    /// <summary>White space read but not written: nothing at the edge of a block, one space within it.</summary>
    private (int Start, int End) _space;

    /// <summary>The kind of the blocks that begin from now on.</summary>
    public BlockKind Kind { get; set; }

    /// <summary>White space stands as it is, and a line end ends a block.</summary>
    public bool IsPreformatted { get; set; }

    /// <summary>Writes a stretch of the source, character references decoded where the place allows them.</summary>
    public void Write(int start, int end, bool decode)
    {
        var special = IsPreformatted ? SpecialInLines : Special;
        while (start < end)
        {
            var length = source.AsSpan(start, end - start).IndexOfAny(special);
            var stop = length < 0 ? end : start + length;
            WriteSpaced(start, stop);
            start = stop < end ? WriteSpecial(stop, end, decode) : end;
        }
    }

    /// <summary>Writes text that stands for a stretch of the source as a whole.</summary>
    public void WriteSymbol(ReadOnlySpan<char> text, int sourceStart, int sourceLength)
    {
        if (text.Length == 1 && !IsPreformatted && Collapsible.Contains(text[0]))
        {
            AddSpace(sourceStart, sourceStart + sourceLength);
            return;
        }

        if (_inBlock || !Blanks.Contains(text[0]))
        {
            Append(text, sourceStart, sourceLength);
        }
    }

    private int WriteSpecial(int at, int end, bool decode)
    {
        switch (source[at])
        {
            case '&':
                var (symbol, length) = decode ? CharacterReference.Read(source, at, end) : (null, 1);
                WriteSymbol(symbol ?? "&", at, length);
                return at + length;
            case '\0':
                return at + 1;
            case '\n' or '\r' when IsPreformatted:
                EndBlock();
                return at + 1;
            default:
                var stop = source.AsSpan(at, end - at).IndexOfAnyExcept(Collapsible);
                stop = stop < 0 ? end : at + stop;
                AddSpace(at, stop);
                return stop;
        }
    }

    /// <summary>Writes a stretch whose only white space of the collapsing kind is the space; most have it only between words.</summary>
    private void WriteSpaced(int start, int end)
    {
        while (start < end)
        {
            if (!IsPreformatted && source[start] == ' ')
            {
                var words = source.AsSpan(start, end - start).IndexOfAnyExcept(' ');
                words = words < 0 ? end : start + words;
                AddSpace(start, words);
                start = words;
                continue;
            }

            var length = IsPreformatted ? -1 : source.AsSpan(start, end - start).IndexOf("  ");
            var stop = length < 0 ? end : start + length;
            var last = !IsPreformatted && source[stop - 1] == ' ' ? stop - 1 : stop;
            WritePlain(start, last);
            start = last;
        }
    }

    private void WritePlain(int start, int end)
    {
        if (!_inBlock)
        {
            start += Blanks.AtStart(source.AsSpan(start, end - start));
        }

        if (start < end)
        {
            Append(source.AsSpan(start, end - start), start, end - start);
        }
    }

    private void AddSpace(int start, int end)
    {
        if (!_inBlock)
        {
            return;
        }

        if (_space.End == 0)
        {
            _space = (start, end);
        }
        else if (_space.End == start)
        {
            _space.End = end;
        }
    }

    private void Append(ReadOnlySpan<char> text, int sourceStart, int sourceLength)
    {
        if (!_inBlock)
        {
            BeginBlock(sourceStart);
        }
        else if (_space.End > 0)
        {
            _map.Add(_length, 1, _space.Start, _space.End - _space.Start);
            _text[_length++] = ' ';
            _space = default;
        }

        BeginLinkText();
        _map.Add(_length, text.Length, sourceStart, sourceLength);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void BeginBlock(int sourceStart)
    {
        if (_blocks.Count > 0)
        {
            _text[_length++] = '\n';
        }

        _inBlock = true;
        _block = new BlockDraft { Start = _length, Kind = Kind, SourceStart = sourceStart };
    }

    public ReadField ToField(string path)
    {
        EndBlock();
        var blocks = ImmutableArray.CreateBuilder<Block>(_blocks.Count);
        var end = 0;
        foreach (var draft in _blocks)
        {
            var block = draft.ToBlock(end);
            end = block.SourceEnd;
            blocks.Add(block);
        }

        return new ReadField(path, source, _text.AsSpan(0, _length).ToString(), _map.Build(), blocks.MoveToImmutable())
        {
            Links = Links(),
        };
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_text);
}
