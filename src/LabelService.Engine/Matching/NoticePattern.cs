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
            var match = line.Tokens[at].Kind == TokenKind.Word ? run.Match(at) : NoticeMatch.None;
            if (match.End <= at)
            {
                at++;
                continue;
            }

            yield return (line.Tokens[at].Start, line.Tokens[match.End - 1].End,
                match.SlotEnd > match.SlotBegin ? (line.Tokens[match.SlotBegin].Start, line.Tokens[match.SlotEnd - 1].End) : null);
            at = match.End;
        }
    }
}

internal enum StepKind : byte
{
    /// <summary>This very word.</summary>
    Word,

    /// <summary>A word that begins so.</summary>
    Prefix,

    /// <summary>Go on at <see cref="Step.Next"/> or at <see cref="Step.Other"/>, whichever leads further.</summary>
    Split,

    /// <summary>Go on at <see cref="Step.Next"/>; only where that leads nowhere, at <see cref="Step.Other"/>.</summary>
    Lazy,

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

/// <param name="End">The token behind the match; -1 for none.</param>
/// <param name="SlotBegin">First token of the name, -1 for none.</param>
internal readonly record struct NoticeMatch(int End, int SlotBegin, int SlotEnd)
{
    public static readonly NoticeMatch None = new(-1, -1, -1);
}

/// <summary>
/// One run of a wording over a line. Of several ways through a choice the longest counts; a name takes as few words as what follows
/// leaves it. Every state is worked out once, so the work for one place is bounded by the steps of the wording times the longest name.
/// </summary>
internal sealed class NoticeRun(ImmutableArray<Step> steps, TokenLine line)
{
    /// <summary>Tokens that a registered name may have; the longest in the Russian register has 23 words. Bounds depth as well as work.</summary>
    private const int LongestName = 40;

    private readonly Dictionary<(int Step, int At, int Opened), NoticeMatch> _known = [];

    /// <summary>The match that begins at <paramref name="at"/>.</summary>
    public NoticeMatch Match(int at)
    {
        _known.Clear();
        return Go(0, at, -1);
    }

    private NoticeMatch Go(int step, int at, int opened)
    {
        while (true)
        {
            var s = steps[step];
            switch (s.Kind)
            {
                case StepKind.Match:
                    return new NoticeMatch(at, -1, -1);
                case StepKind.Split or StepKind.Lazy:
                    return Choose(s, step, at, opened);
                case StepKind.SlotEnd:
                    // The first name counts; a wording gives it twice.
                    return Go(s.Next, at, -1) is { End: >= 0 } rest ? rest with { SlotBegin = opened, SlotEnd = at } : NoticeMatch.None;
                case StepKind.SlotBegin:
                    at = opened = SkipGap(at);
                    break;
                case StepKind.SlotWord when at >= line.Tokens.Count || line.Tokens[at].BoundsName || at - opened >= LongestName:
                    return NoticeMatch.None;
                case StepKind.SlotWord:
                    at++;
                    break;
                case StepKind.Boundary when at < line.Tokens.Count && !line.Tokens[at].BoundsName:
                    return NoticeMatch.None;
                case StepKind.Word or StepKind.Prefix:
                    at = SkipGap(at);
                    if (at >= line.Tokens.Count || !IsWord(s, line.Tokens[at]))
                    {
                        return NoticeMatch.None;
                    }

                    at++;
                    break;
            }

            step = s.Next;
        }
    }

    private NoticeMatch Choose(Step choice, int step, int at, int opened)
    {
        if (_known.TryGetValue((step, at, opened), out var known))
        {
            return known;
        }

        var first = Go(choice.Next, at, opened);
        if (choice.Kind == StepKind.Split || first.End < 0)
        {
            var other = Go(choice.Other, at, opened);
            first = other.End > first.End ? other : first;
        }

        _known.Add((step, at, opened), first);
        return first;
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
