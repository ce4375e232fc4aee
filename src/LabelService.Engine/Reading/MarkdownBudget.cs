using System.Buffers;
using LabelService.Engine.Model;

namespace LabelService.Engine.Reading;

/// <summary>
/// Refuses Markdown that would take the parser time beyond all measure, before it is parsed. Its work for a mark grows with the marks
/// still open in the paragraph, for a link or comment with the characters up to where it should have ended, for a definition with
/// the lines of its paragraph, and for a line with the quotes and lists that the line is in.
/// </summary>
internal ref struct MarkdownBudget
{
    /// <summary>Quotes and lists within each other; the parser's own limit.</summary>
    public const int MaximumDepth = 128;

    /// <summary>A list within a list needs two columns, so a list marker further in is nested too deeply.</summary>
    private const int MaximumColumn = 2 * MaximumDepth;

    /// <summary>Steps of about 5 ns, hence a quarter of a second in all.</summary>
    private const long MaximumSteps = 50_000_000;

    /// <summary>How many characters a vectorised search passes over in a step.</summary>
    private const int CharactersAStep = 64;

    /// <summary>How many blocks a search for one passes over in a step.</summary>
    private const int BlocksAStep = 16;

    /// <summary>What a line and a mark cost even where they are alone: a block, an inline, and what they take in memory.</summary>
    private const int StepsALine = 250;

    private const int StepsAMark = 40;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_~[]!<&|\n\r");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\r");

    private static readonly SearchValues<char> DoubleQuote = SearchValues.Create("\"");
    private static readonly SearchValues<char> SingleQuote = SearchValues.Create("'");
    private static readonly SearchValues<char> Parenthesis = SearchValues.Create(")");

    private readonly ReadOnlySpan<char> _source;
    private long _steps;
    private int _open;
    private int _lines;
    private int _allLines;
    private int _lineStart;

    /// <summary>Where the next end of a comment, processing instruction or the like stands; the length where there is none.</summary>
    private int _nextClose = -1;

    private MarkdownBudget(ReadOnlySpan<char> source) => _source = source;

    /// <exception cref="CheckRefusedException">The work would be too much.</exception>
    public static void Check(ReadOnlySpan<char> source) => new MarkdownBudget(source).Check();

    private void Check()
    {
        for (var i = 0; i < _source.Length;)
        {
            if (i == _lineStart)
            {
                CheckLine(i);
            }

            var length = _source[i..].IndexOfAny(Marks);
            if (length < 0)
            {
                break;
            }

            i = Mark(i + length);
            CheckSteps();
        }
    }

    private readonly void CheckSteps()
    {
        if (_steps > MaximumSteps)
        {
            throw new CheckRefusedException("too-complex", "$.article.body",
                "The body has too many lines, or too many Markdown marks (*, _, ~, [, <!--) without an end in one paragraph. Put a blank line between paragraphs, "
                + "escape marks that are only characters with a backslash, or send the body as HTML or plain text with the matching \"format\".");
        }
    }

    private void CheckLine(int start)
    {
        var line = _source[start..];
        var end = line.IndexOfAny('\n', '\r');
        line = end < 0 ? line : line[..end];
        var prefix = MarkdownPrefix.Of(line);
        if (prefix.Markers > MaximumDepth || (prefix.Markers > 0 && prefix.Column > MaximumColumn))
        {
            throw new CheckRefusedException("invalid", "$.article.body",
                $"The body has quotes or lists nested deeper than {MaximumDepth} at character {start}. Send it with less nesting, "
                + "or as HTML or plain text with the matching \"format\".");
        }

        var isNewParagraph = prefix.IsBlank || prefix.BeginsItem;
        (_open, _lines) = isNewParagraph ? (0, 0) : (_open, _lines + 1);
        _allLines++;
        _steps += prefix.IsBlank ? 0 : StepsALine + WorkOfLine(line.Trim());
    }

    /// <summary>A definition is taken out of its paragraph's lines, and an underlined heading is looked for among all blocks.</summary>
    private readonly int WorkOfLine(ReadOnlySpan<char> line)
    {
        if (line.StartsWith('['))
        {
            return _lines;
        }

        return !line.IsEmpty && line[0] is '=' or '-' && line.IndexOfAnyExcept(line[0]) < 0 ? _allLines / BlocksAStep : 0;
    }

    /// <summary>Counts the work for one mark.</summary>
    /// <returns>Where to go on.</returns>
    private int Mark(int at)
    {
        _steps += _open + (_source[at] is '\n' or '\r' ? 0 : StepsAMark);
        var next = at + 1 < _source.Length ? _source[at + 1] : '\n';
        switch (_source[at])
        {
            case '\\':
                return at + (next is '\n' or '\r' ? 1 : 2);
            case '*' or '_' or '~':
                return Run(at);
            case '[':
                _open++;
                return at + 1;
            case ']':
                _open = Math.Max(0, _open - 1);
                _steps += next == '(' ? Destination(at + 2) : 0;
                return at + 1;
            case '<' when next is '!' or '?':
                _steps += Unclosed(at + 2);
                return at + 1;
            case '\n' or '\r':
                return _lineStart = at + 1;
            default:
                return at + 1;
        }
    }

    /// <summary>A run of the same mark is one mark; between two spaces, and an underscore between two letters, it is none.</summary>
    private int Run(int at)
    {
        var length = _source[at..].IndexOfAnyExcept(_source[at]);
        var end = length < 0 ? _source.Length : at + length;
        var before = at == 0 ? ' ' : _source[at - 1];
        var after = end == _source.Length ? ' ' : _source[end];
        var isBare = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
        var isInWord = _source[at] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        _open += isBare || isInWord ? 0 : 1;
        return end;
    }

    /// <summary>An address goes on to the next white space, whatever parentheses are in it, and a title behind it to its quote.</summary>
    private readonly int Destination(int at)
    {
        var length = LengthTo(at, Spaces);
        var title = at + length + 1;
        return length + (title >= _source.Length ? 0 : _source[title] switch
        {
            '"' => LengthTo(title + 1, DoubleQuote),
            '\'' => LengthTo(title + 1, SingleQuote),
            '(' => LengthTo(title + 1, Parenthesis),
            _ => 0,
        });
    }

    private readonly int LengthTo(int at, SearchValues<char> end)
    {
        // Beyond this it is nothing that anyone wrote, and the search itself must not cost what it is to prevent.
        const int Farthest = 100_000;
        var rest = _source[Math.Min(at, _source.Length)..];
        rest = rest.Length > Farthest ? rest[..Farthest] : rest;
        var length = rest.IndexOfAny(end);
        return length < 0 ? rest.Length : length;
    }

    private int Unclosed(int at)
    {
        if (_nextClose < at)
        {
            var length = at < _source.Length ? _source[at..].IndexOf('>') : -1;
            _nextClose = length < 0 ? _source.Length : at + length;
        }

        return (_nextClose - at) / CharactersAStep;
    }
}
