using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace LabelService.Engine.Matching;

/// <summary>
/// The wording of a notice, compiled: words as they read, <c>(a|b)</c> for a choice, <c>[…]</c> for what may be absent, a trailing
/// <c>*</c> for any ending, <c>{subject}</c> for a name. Punctuation between words never matters. Compared in linear time.
/// </summary>
internal sealed class NoticePattern
{
    private const string Gap = "(?:<[,:;()*/]>)*";
    private const string SlotToken = "<[^>.;!?()|#*][^>]*>";
    private const string SlotEnd = "(?<end><[.;!?()|#*][^>]*>|$)";

    /// <summary>Words that a registered name may have; the longest in the Russian register has 23.</summary>
    private const int MostSlotWords = 30;

    private readonly Regex _regex;
    private readonly int _slots;

    private NoticePattern(Regex regex, int slots, ImmutableArray<uint> stems)
    {
        _regex = regex;
        _slots = slots;
        Stems = stems;
    }

    /// <summary>One of these stems is in every text that the pattern can match, see <see cref="Word.Stem"/>.</summary>
    public ImmutableArray<uint> Stems { get; }

    public bool NamesSubject => _slots > 0;

    /// <exception cref="NoticePatternException">The pattern cannot be read, or holds no word by which it could be spotted.</exception>
    public static NoticePattern Parse(string pattern)
    {
        var parser = new Parser(pattern);
        var sequence = parser.Parse();
        if (sequence.Stems.IsEmpty)
        {
            throw new NoticePatternException(0,
                $"needs a word of at least {WordScanner.StemLength} letters that is always there, outside [ ], by which the notice can be spotted");
        }

        var source = sequence.EndsInSlot ? sequence.Regex + SlotEnd : sequence.Regex;
        return new NoticePattern(
            new Regex(source, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), parser.Slots, sequence.Stems);
    }

    /// <summary>All places where the wording stands, with the name in the slot, as positions in the text of the line.</summary>
    public IEnumerable<(int Start, int End, (int Start, int End)? Subject)> Find(TokenLine tokens)
    {
        for (var match = _regex.Match(tokens.Line); match.Success; match = match.NextMatch())
        {
            var subject = Enumerable.Range(0, _slots).Select(i => match.Groups["s" + i]).FirstOrDefault(g => g.Success);
            var lineEnd = match.Index + match.Length;
            // The token that ended an open slot is not part of the notice.
            var ender = match.Groups["end"];
            var (start, end) = tokens.Place(match.Index, ender.Success && ender.Length > 0 ? ender.Index : lineEnd);
            yield return (start, end, subject is null ? null : tokens.Place(subject.Index, subject.Index + subject.Length));
        }
    }

    private readonly record struct Piece(string Regex, ImmutableArray<uint> Stems, bool EndsInSlot)
    {
        public static readonly Piece Empty = new("", [], false);
    }

    private sealed class Parser(string pattern)
    {
        private int _at;

        public int Slots { get; private set; }

        public Piece Parse()
        {
            var piece = Sequence(0);
            if (_at < pattern.Length)
            {
                throw new NoticePatternException(_at, $"has a '{pattern[_at]}' that nothing opened");
            }

            return piece;
        }

        private Piece Sequence(int depth)
        {
            if (depth > 8)
            {
                throw new NoticePatternException(_at, "is nested deeper than 8");
            }

            var regex = new StringBuilder();
            ImmutableArray<uint> stems = [];
            var endsInSlot = false;
            while (_at < pattern.Length && pattern[_at] is not (')' or ']' or '|'))
            {
                var piece = Next(depth, out var optional);
                if (piece.Regex.Length == 0)
                {
                    continue;
                }

                regex.Append(piece.Regex);
                endsInSlot = piece.EndsInSlot || (optional && endsInSlot);
                if (!optional && !piece.Stems.IsEmpty && (stems.IsEmpty || piece.Stems.Length <= stems.Length))
                {
                    stems = piece.Stems;
                }
            }

            return new Piece(regex.ToString(), stems, endsInSlot);
        }

        private Piece Next(int depth, out bool optional)
        {
            optional = pattern[_at] == '[';
            switch (pattern[_at])
            {
                case '[' or '(':
                    return Group(depth, optional ? ']' : ')');
                case '{':
                    return Slot();
                default:
                    return Words();
            }
        }

        private Piece Group(int depth, char close)
        {
            var opened = _at++;
            var pieces = new List<Piece> { Sequence(depth + 1) };
            while (_at < pattern.Length && pattern[_at] == '|')
            {
                _at++;
                pieces.Add(Sequence(depth + 1));
            }

            if (_at >= pattern.Length || pattern[_at] != close)
            {
                throw new NoticePatternException(opened, $"opens a '{pattern[opened]}' that no '{close}' closes");
            }

            _at++;
            var regex = $"(?:{string.Join('|', pieces.Select(p => p.Regex))}){(close == ']' ? "?" : "")}";
            var stems = pieces.Any(p => p.Stems.IsEmpty) ? [] : pieces.SelectMany(p => p.Stems).Distinct().ToImmutableArray();
            return new Piece(regex, stems, pieces.Any(p => p.EndsInSlot));
        }

        private Piece Slot()
        {
            const string Name = "{subject}";
            if (!pattern.AsSpan(_at).StartsWith(Name, StringComparison.Ordinal))
            {
                throw new NoticePatternException(_at, "has a place that is not {subject}");
            }

            _at += Name.Length;
            return new Piece($"{Gap}(?<s{Slots++}>{SlotToken}(?:{SlotToken}){{0,{MostSlotWords - 1}}}?)", [], true);
        }

        private Piece Words()
        {
            var start = _at;
            while (_at < pattern.Length && pattern[_at] is not ('(' or ')' or '[' or ']' or '|' or '{' or ' '))
            {
                _at++;
            }

            if (_at == start)
            {
                _at++;
                return Piece.Empty;
            }

            return Literal(pattern.AsSpan(start, _at - start));
        }

        private static Piece Literal(ReadOnlySpan<char> written)
        {
            var regex = new StringBuilder();
            ImmutableArray<uint> stems = [];
            using var words = WordScanner.Scan(written);
            foreach (var word in words.Span)
            {
                var folded = WordScanner.Fold(written.Slice(word.Start, word.Length));
                var open = word.End < written.Length && written[word.End] == '*';
                regex.Append(Gap).Append('<').Append(Regex.Escape(folded)).Append(open ? "[^>]*>" : ">");
                if (word.Stem != 0)
                {
                    stems = [word.Stem];
                }
            }

            return new Piece(regex.ToString(), stems, false);
        }
    }
}

/// <summary>A notice pattern that cannot be read; <see cref="At"/> is the index of the character at fault.</summary>
internal sealed class NoticePatternException(int at, string message) : Exception(message)
{
    public int At { get; } = at;
}
