using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Matching;

/// <summary>
/// The wording of a notice, compiled: words as they read, <c>(a|b)</c> for a choice, <c>[…]</c> for what may be absent, a trailing
/// <c>*</c> for any ending, <c>{subject}</c> for a name. Punctuation between words never matters.
/// </summary>
internal sealed class NoticePattern
{
    private readonly ImmutableArray<Step> _steps;
    private readonly ImmutableArray<Step> _firsts;

    private NoticePattern(ImmutableArray<Step> steps, ImmutableArray<uint> stems, bool namesSubject)
    {
        _steps = steps;
        _firsts = FirstSteps.Of(steps);
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

    /// <summary>The next place at or behind a token where the wording stands; null where there is none.</summary>
    /// <param name="at">The token to begin at; afterwards the one behind the match.</param>
    /// <exception cref="Model.CheckRefusedException">The budget is used up.</exception>
    public WordingMatch? FindNext(TokenLine line, ref int at, WordingBudget budget)
    {
        var run = new NoticeRun(_steps.AsSpan(), line, budget);
        for (; at < line.Tokens.Length; at++)
        {
            var match = MayBegin(line, line.Tokens[at]) ? run.Match(at) : NoticeMatch.None;
            if (match.End > at)
            {
                var (start, end) = (line.Tokens[at].Start, line.Tokens[match.End - 1].End);
                at = match.End;
                return new WordingMatch(start, end, match.SlotEnd > match.SlotBegin ? (line.Tokens[match.SlotBegin].Start, line.Tokens[match.SlotEnd - 1].End) : null);
            }
        }

        return null;
    }

    /// <summary>Whether a word can be the first of the wording; tells nearly all places that cannot match at the cost of a comparison.</summary>
    private bool MayBegin(TokenLine line, in Token token)
    {
        if (token.Kind != TokenKind.Word)
        {
            return false;
        }

        foreach (ref readonly var first in _firsts.AsSpan())
        {
            if (first.Kind == StepKind.SlotWord || first.Fits(line, token))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Where a wording stands, with the name in its first slot, as positions in the text of the line.</summary>
internal readonly record struct WordingMatch(int Start, int End, (int Start, int End)? Slot);

/// <summary>The steps that can take the first word of a match.</summary>
internal static class FirstSteps
{
    public static ImmutableArray<Step> Of(ImmutableArray<Step> steps)
    {
        var found = ImmutableArray.CreateBuilder<Step>();
        var seen = new HashSet<int>();
        var open = new Stack<int>([0]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            var step = steps[at];
            switch (step.Kind)
            {
                case StepKind.Word or StepKind.Prefix or StepKind.SlotWord:
                    found.Add(step);
                    break;
                case StepKind.Split or StepKind.Lazy:
                    open.Push(step.Other);
                    open.Push(step.Next);
                    break;
                case not StepKind.Match:
                    open.Push(step.Next);
                    break;
            }
        }

        return found.ToImmutable();
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

/// <param name="Hash">Of the word; of the stem for a beginning that is long enough to have one, else 0.</param>
internal readonly record struct Step(StepKind Kind, ulong Hash, string Word, int Next, int Other)
{
    public bool Fits(TokenLine line, in Token token) => token.Kind == TokenKind.Word && Kind switch
    {
        StepKind.Word => token.Hash == Hash,
        StepKind.Prefix when Hash != 0 && token.Stem != Hash => false,
        StepKind.Prefix => Word.Length == WordScanner.StemLength || BeginsWith(line.Text.AsSpan(token.Start, token.End - token.Start), Word),
        _ => false,
    };

    private static bool BeginsWith(ReadOnlySpan<char> word, string folded)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return buffer[..WordScanner.FoldInto(word, buffer)].StartsWith(folded);
    }
}

/// <param name="End">The token behind the match; -1 for none.</param>
/// <param name="SlotBegin">First token of the name, -1 for none.</param>
internal readonly record struct NoticeMatch(int End, int SlotBegin, int SlotEnd)
{
    public static readonly NoticeMatch None = new(-1, -1, -1);
}

/// <summary>
/// One run of a wording over a line. Of several ways through a choice the longest counts; a name takes as few words as what follows
/// leaves it. After some steps every state is worked out once, so the work for one place is bounded by the steps of the wording times the longest name.
/// </summary>
internal ref struct NoticeRun(ReadOnlySpan<Step> steps, TokenLine line, WordingBudget budget)
{
    /// <summary>Tokens that a registered name may have; the longest in the Russian register has 23 words. Bounds depth as well as work.</summary>
    public const int LongestName = 40;

    /// <summary>States beyond which the room for them is given back: emptying it takes as long as it was ever large.</summary>
    private const int MostKept = 1000;

    /// <summary>Steps after which states are remembered: nearly every run is over before, and remembering takes longer than they do.</summary>
    private const int StepsWithoutMemory = 500;

    private readonly ReadOnlySpan<Step> _steps = steps;
    private readonly ReadOnlySpan<Token> _tokens = line.Tokens;
    private readonly Dictionary<int, NoticeMatch> _known = line.Known;
    private long _rememberFrom;

    /// <summary>The match that begins at <paramref name="at"/>.</summary>
    public NoticeMatch Match(int at)
    {
        var isLarge = _known.Count > MostKept;
        _known.Clear();
        if (isLarge)
        {
            _known.TrimExcess();
        }

        _rememberFrom = budget.Taken + StepsWithoutMemory;
        return Go(0, at, -1);
    }

    private NoticeMatch Go(int step, int at, int opened)
    {
        while (true)
        {
            budget.Take();
            ref readonly var s = ref _steps[step];
            switch (s.Kind)
            {
                case StepKind.Match:
                    return new NoticeMatch(at, -1, -1);
                case StepKind.Split or StepKind.Lazy:
                    return Choose(in s, step, at, opened);
                case StepKind.SlotEnd:
                    // The first name counts; a wording gives it twice.
                    return Go(s.Next, at, -1) is { End: >= 0 } rest ? rest with { SlotBegin = opened, SlotEnd = at } : NoticeMatch.None;
                case StepKind.SlotBegin:
                    at = opened = SkipGap(at);
                    break;
                case StepKind.SlotWord when at >= _tokens.Length || _tokens[at].BoundsName || at - opened >= LongestName:
                    return NoticeMatch.None;
                case StepKind.SlotWord:
                    at++;
                    break;
                case StepKind.Boundary when at < _tokens.Length && !_tokens[at].BoundsName:
                    return NoticeMatch.None;
                case StepKind.Word or StepKind.Prefix:
                    at = SkipGap(at);
                    if (at >= _tokens.Length || !s.Fits(line, _tokens[at]))
                    {
                        return NoticeMatch.None;
                    }

                    at++;
                    break;
            }

            step = s.Next;
        }
    }

    private NoticeMatch Choose(in Step choice, int step, int at, int opened)
    {
        if (choice.Kind == StepKind.Lazy)
        {
            // Each length of a name is tried once; there is nothing to remember.
            return Go(choice.Next, at, opened) is { End: >= 0 } shortest ? shortest : Go(choice.Other, at, opened);
        }

        if (budget.Taken < _rememberFrom)
        {
            return Longer(choice, at, opened);
        }

        // A wording has far fewer steps, and a line fewer tokens, than 2^15.
        var state = (step << 16) | at;
        if (_known.TryGetValue(state, out var before))
        {
            return before;
        }

        var longest = Longer(choice, at, opened);
        _known[state] = longest;
        return longest;
    }

    private NoticeMatch Longer(in Step choice, int at, int opened)
    {
        var first = Go(choice.Next, at, opened);
        var other = Go(choice.Other, at, opened);
        return other.End > first.End ? other : first;
    }

    private int SkipGap(int at)
    {
        while (at < _tokens.Length && _tokens[at].Kind == TokenKind.Gap)
        {
            at++;
        }

        return at;
    }
}

/// <summary>A notice pattern that cannot be read; <see cref="At"/> is the index of the character at fault.</summary>
internal sealed class NoticePatternException(int at, Told told) : Exception(told.ToString())
{
    public Told Told { get; } = told;

    public int At { get; } = at;
}
