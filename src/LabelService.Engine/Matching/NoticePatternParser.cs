using System.Collections.Immutable;

namespace LabelService.Engine.Matching;

/// <summary>Reads a notice pattern into steps, and finds the stems by which a text that may match is spotted.</summary>
internal sealed class NoticePatternParser
{
    private const string SlotName = "{subject}";
    private const int MaxDepth = 8;

    /// <summary>Names in one wording; each can end at forty places, and each of them is tried for the next name.</summary>
    private const int MostSlots = 4;

    /// <summary>
    /// Alternatives times the words of the longest reading: at most so many states are worked out wherever a notice may begin. The
    /// longest official wording has less than a tenth of it.
    /// </summary>
    private const int MostStates = 10_000;

    private readonly string _pattern;
    private readonly List<Step> _steps = [];
    private int _slots;
    private int _alternatives;
    private int _at;

    private NoticePatternParser(string pattern) => _pattern = pattern;

    /// <exception cref="NoticePatternException">With the index of the character at fault.</exception>
    public static (ImmutableArray<Step> Steps, ImmutableArray<uint> Stems, bool NamesSubject) Parse(string pattern)
    {
        var parser = new NoticePatternParser(pattern);
        var piece = parser.Sequence(0);
        if (parser._at < pattern.Length)
        {
            throw new NoticePatternException(parser._at, $"has a '{pattern[parser._at]}' that nothing opened");
        }

        if (piece.Stems.IsEmpty)
        {
            throw new NoticePatternException(0,
                $"needs a word of at least {WordScanner.StemLength} letters that is always there, outside [ ], by which the notice can be spotted");
        }

        parser.CheckWork(piece);
        if (piece.EndsInSlot)
        {
            parser.Add(StepKind.Boundary);
        }

        parser.Add(StepKind.Match);
        return ([.. parser._steps], piece.Stems, parser._slots > 0);
    }

    private void CheckWork(Piece piece)
    {
        if (_slots > MostSlots)
        {
            throw new NoticePatternException(0, $"has {_slots} places for {SlotName}, and at most {MostSlots} can be compared; write two notice forms");
        }

        if ((long)_alternatives * piece.Longest > MostStates)
        {
            throw new NoticePatternException(0,
                $"has {_alternatives} alternatives in [ ] and ( ) over up to {piece.Longest} words, together {(long)_alternatives * piece.Longest} "
                + $"ways to look at one place, and at most {MostStates} can be compared; write two shorter notice forms");
        }
    }

    /// <param name="Longest">Words of the longest reading, a name counted as one.</param>
    private readonly record struct Piece(ImmutableArray<uint> Stems, bool EndsInSlot, int Longest = 0, bool IsEmpty = false);

    private Piece Sequence(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new NoticePatternException(_at, $"is nested deeper than {MaxDepth}");
        }

        ImmutableArray<uint> stems = [];
        var endsInSlot = false;
        var longest = 0;
        while (_at < _pattern.Length && _pattern[_at] is not (')' or ']' or '|'))
        {
            var optional = _pattern[_at] == '[';
            var piece = Next(depth);
            if (piece.IsEmpty)
            {
                continue;
            }

            longest += piece.Longest;
            endsInSlot = piece.EndsInSlot || (optional && endsInSlot);
            if (!optional && !piece.Stems.IsEmpty && (stems.IsEmpty || piece.Stems.Length <= stems.Length))
            {
                stems = piece.Stems;
            }
        }

        return new Piece(stems, endsInSlot, longest);
    }

    private Piece Next(int depth) => _pattern[_at] switch
    {
        '[' => Group(depth, ']'),
        '(' => Group(depth, ')'),
        '{' => Slot(),
        _ => Words(),
    };

    /// <summary>Alternatives in order; an optional group has nothing as its last.</summary>
    private Piece Group(int depth, char close)
    {
        var opened = _at++;
        var optional = close == ']';
        var pieces = new List<Piece>();
        var jumps = new List<int>();
        while (true)
        {
            var split = Add(StepKind.Split);
            _alternatives++;
            pieces.Add(Sequence(depth + 1));
            jumps.Add(Add(StepKind.Jump));
            _steps[split] = _steps[split] with { Next = split + 1, Other = _steps.Count };
            if (_at >= _pattern.Length || _pattern[_at] != '|')
            {
                break;
            }

            _at++;
        }

        if (_at >= _pattern.Length || _pattern[_at] != close)
        {
            throw new NoticePatternException(opened, $"opens a '{_pattern[opened]}' that no '{close}' closes");
        }

        _at++;
        if (!optional)
        {
            // Behind the last alternative of a choice there is no other way: no word has the hash 0.
            Add(StepKind.Word);
        }

        foreach (var jump in jumps)
        {
            _steps[jump] = _steps[jump] with { Next = _steps.Count };
        }

        var stems = pieces.Any(p => p.Stems.IsEmpty) ? [] : pieces.SelectMany(p => p.Stems).Distinct().ToImmutableArray();
        return new Piece(stems, pieces.Any(p => p.EndsInSlot), pieces.Max(p => p.Longest));
    }

    /// <summary>A name: as few words as what follows leaves it.</summary>
    private Piece Slot()
    {
        if (!_pattern.AsSpan(_at).StartsWith(SlotName, StringComparison.Ordinal))
        {
            throw new NoticePatternException(_at, $"has a place that is not {SlotName}");
        }

        _at += SlotName.Length;
        _slots++;
        Add(StepKind.SlotBegin);
        var word = Add(StepKind.SlotWord);
        var lazy = Add(StepKind.Lazy);
        _steps[lazy] = _steps[lazy] with { Next = lazy + 1, Other = word };
        Add(StepKind.SlotEnd);
        return new Piece([], true, 1);
    }

    private Piece Words()
    {
        var start = _at;
        while (_at < _pattern.Length && _pattern[_at] is not ('(' or ')' or '[' or ']' or '|' or '{' or ' '))
        {
            _at++;
        }

        if (_at == start)
        {
            _at++;
            return new Piece([], false, IsEmpty: true);
        }

        var written = _pattern.AsSpan(start, _at - start);
        ImmutableArray<uint> stems = [];
        using var words = WordScanner.Scan(written);
        foreach (var word in words.Span)
        {
            var open = word.End < written.Length && written[word.End] == '*';
            Add(open ? StepKind.Prefix : StepKind.Word, open ? word.Stem : word.Hash, WordScanner.Fold(written.Slice(word.Start, word.Length)));
            stems = word.Stem != 0 ? [word.Stem] : stems;
        }

        return new Piece(stems, false, words.Count, IsEmpty: words.Count == 0);
    }

    private int Add(StepKind kind, ulong hash = 0, string word = "")
    {
        _steps.Add(new Step(kind, hash, word, _steps.Count + 1, -1));
        return _steps.Count - 1;
    }
}
