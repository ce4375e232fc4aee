using System.Collections.Immutable;

namespace LabelService.Engine.Matching;

/// <summary>
/// The wording of a notice, compiled: words as they read, <c>(a|b)</c> for a choice, <c>[…]</c> for what may be absent, a trailing
/// <c>*</c> for any ending, <c>{subject}</c> for a name. Punctuation between words never matters.
/// </summary>
internal sealed class NoticePattern
{
    private readonly ImmutableArray<Step> _steps;

    private NoticePattern(ImmutableArray<Step> steps, ImmutableArray<uint> stems, bool namesSubject)
    {
        _steps = steps;
        Stems = stems;
        NamesSubject = namesSubject;
    }

    /// <summary>One of these stems is in every text that the pattern can match, see <see cref="Word.Stem"/>.</summary>
    public ImmutableArray<uint> Stems { get; }

    public bool NamesSubject { get; }

    /// <exception cref="NoticePatternException">The pattern cannot be read, or holds no word by which it could be spotted.</exception>
    public static NoticePattern Parse(string pattern)
    {
        var (steps, stems, namesSubject) = NoticePatternParser.Parse(pattern);
        return new NoticePattern(steps, stems, namesSubject);
    }

    /// <summary>All places where the wording stands, with the name in its first slot, as positions in the text of the line.</summary>
    public IEnumerable<(int Start, int End, (int Start, int End)? Subject)> Find(TokenLine line)
    {
        var run = new NoticeRun(_steps, line);
        var at = 0;
        while (at < line.Tokens.Count)
        {
            var end = line.Tokens[at].Kind == TokenKind.Word ? run.Match(at) : -1;
            if (end <= at)
            {
                at++;
                continue;
            }

            yield return (line.Tokens[at].Start, line.Tokens[end - 1].End, run.Subject);
            at = end;
        }
    }
}

internal enum StepKind : byte
{
    /// <summary>This very word.</summary>
    Word,

    /// <summary>A word that begins so.</summary>
    Prefix,

    /// <summary>Go on at <see cref="Step.Next"/>; where that leads nowhere, at <see cref="Step.Other"/>.</summary>
    Split,

    Jump,
    SlotBegin,

    /// <summary>One word of a name.</summary>
    SlotWord,

    SlotEnd,

    /// <summary>A name that nothing follows in the wording ends with its sentence.</summary>
    Boundary,

    Match,
}

internal readonly record struct Step(StepKind Kind, uint Hash, string Word, int Next, int Other);

/// <summary>
/// One run of a wording over a line. Tries alternatives in order and remembers every state that led nowhere, so the work for one place is
/// bounded by the steps of the wording times the longest name.
/// </summary>
internal sealed class NoticeRun(ImmutableArray<Step> steps, TokenLine line)
{
    /// <summary>Tokens that a registered name may have; the longest in the Russian register has 23 words. Bounds depth as well as work.</summary>
    private const int LongestName = 40;

    private readonly HashSet<int> _failed = [];
    private int _openedAt;
    private int _slotBegin = -1;
    private int _slotEnd = -1;

    /// <summary>The name of the last match, as a range of the text.</summary>
    public (int Start, int End)? Subject => _slotEnd > _slotBegin && _slotBegin >= 0
        ? (line.Tokens[_slotBegin].Start, line.Tokens[_slotEnd - 1].End)
        : null;

    /// <summary>The token behind the match that begins at <paramref name="at"/>, or -1.</summary>
    public int Match(int at)
    {
        (_slotBegin, _slotEnd) = (-1, -1);
        _failed.Clear();
        return Go(0, at);
    }

    private int Go(int step, int at)
    {
        while (true)
        {
            var s = steps[step];
            switch (s.Kind)
            {
                case StepKind.Match:
                    return at;
                case StepKind.Jump:
                    step = s.Next;
                    continue;
                case StepKind.Boundary when at < line.Tokens.Count && !line.Tokens[at].BoundsName:
                    return -1;
                case StepKind.Boundary:
                    step = s.Next;
                    continue;
                case StepKind.Split:
                    return Try(s, step, at);
                case StepKind.SlotBegin or StepKind.SlotEnd:
                    return Slot(s, at);
                case StepKind.SlotWord:
                    if (at >= line.Tokens.Count || line.Tokens[at].BoundsName || at - _openedAt >= LongestName)
                    {
                        return -1;
                    }

                    at++;
                    step = s.Next;
                    continue;
                default:
                    at = SkipGap(at);
                    if (at >= line.Tokens.Count || !IsWord(s, line.Tokens[at]))
                    {
                        return -1;
                    }

                    at++;
                    step = s.Next;
                    continue;
            }
        }
    }

    private int Try(Step split, int step, int at)
    {
        var state = step * (TokenLine.MaxLength + 1) + at;
        if (_failed.Contains(state))
        {
            return -1;
        }

        var end = Go(split.Next, at);
        end = end >= 0 ? end : Go(split.Other, at);
        if (end < 0)
        {
            _failed.Add(state);
        }

        return end;
    }

    private int Slot(Step s, int at)
    {
        var before = (_slotBegin, _slotEnd);
        if (s.Kind == StepKind.SlotBegin)
        {
            at = SkipGap(at);
            _openedAt = at;
            // The first name counts; a wording gives it twice.
            _slotBegin = _slotEnd >= 0 ? _slotBegin : at;
        }
        else
        {
            _slotEnd = _slotEnd >= 0 ? _slotEnd : at;
        }

        var end = Go(s.Next, at);
        if (end < 0)
        {
            (_slotBegin, _slotEnd) = before;
        }

        return end;
    }

    private int SkipGap(int at)
    {
        while (at < line.Tokens.Count && line.Tokens[at].Kind == TokenKind.Gap)
        {
            at++;
        }

        return at;
    }

    private bool IsWord(Step step, Token token)
    {
        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        return step.Kind == StepKind.Word
            ? token.Hash == step.Hash
            : BeginsWith(line.Text.AsSpan(token.Start, token.End - token.Start), step.Word);
    }

    private static bool BeginsWith(ReadOnlySpan<char> word, string folded)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return buffer[..WordScanner.FoldInto(word, buffer)].StartsWith(folded);
    }
}

/// <summary>A notice pattern that cannot be read; <see cref="At"/> is the index of the character at fault.</summary>
internal sealed class NoticePatternException(int at, string message) : Exception(message)
{
    public int At { get; } = at;
}
