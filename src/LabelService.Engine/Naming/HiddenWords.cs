using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>How a word was hidden.</summary>
internal enum HiddenKind { None, LineBreak, Disguise }

/// <summary>A word read from words <paramref name="First"/> to <paramref name="Last"/> of the text; several may come of one.</summary>
internal readonly record struct HiddenWord(int First, int Last, Word Word, HiddenKind Kind);

/// <summary>What the words <paramref name="First"/> to <paramref name="Last"/> may hide, by the hash of it.</summary>
/// <param name="Start">In UTF-16 units of the text, as <paramref name="End"/>.</param>
internal readonly record struct HiddenReading(ulong Hash, int First, int Last, int Start, int End);

/// <summary>Looks between the words of a text for what breaks or hides one.</summary>
internal readonly ref struct HiddenWords(ReadOnlySpan<char> text, ReadOnlySpan<Word> words, FormTable? forms, List<HiddenReading>? tried = null)
{
    /// <summary>Readings of one text that are gathered by <see cref="All"/>: a text with so many is made to have them.</summary>
    public const int MostReadings = 16_384;

    /// <summary>Longest word that is put together, in UTF-16 units; longer ones are no names.</summary>
    private const int Longest = 40;

    /// <summary>Letters that stand apart before they are read as one word.</summary>
    private const int FewestSpaced = 4;

    private const string InnerMarks = ".*@·•|/+~^$_";
    private const string CyrillicAlphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private const string LatinAlphabet = "abcdefghijklmnopqrstuvwxyz";

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<Word> _words = words;
    private readonly FormTable? _forms = forms;
    private readonly List<HiddenReading>? _tried = tried;

    /// <summary>
    /// Every reading that may be kept by the forms of whatever names. None that is kept keeps another from being tried here, so whatever
    /// <see cref="Find"/> reads by any table is among them, unless there are <see cref="MostReadings"/>.
    /// </summary>
    public static List<HiddenReading> All(ReadOnlySpan<char> text, ReadOnlySpan<Word> words)
    {
        var tried = new List<HiddenReading>();
        new HiddenWords(text, words, null, tried).Find();
        return tried;
    }

    /// <summary>The words read, in order; null where there is none.</summary>
    public List<HiddenWord>? Find()
    {
        List<HiddenWord>? found = null;
        for (var i = 0; i < _words.Length; i++)
        {
            ref readonly var word = ref _words[i];
            var sign = word.End < _text.Length ? _text[word.End] : ' ';
            if (word.Start > 0 && _text[word.Start - 1] is '#' or '@')
            {
                Humps(i, ref found);
            }
            else if (word.Length == 1 && Spaced(i, ref found) is var last && (last > i || sign is ' ' or '\u00A0' or ','))
            {
                i = last;
            }
            else if (sign is not (' ' or ',') && i + 1 < _words.Length)
            {
                i = Joined(i, sign, ref found);
            }
            else if (word.Has(LetterMarks.Cyrillic) && word.Has(LetterMarks.Digit | LetterMarks.Latin))
            {
                Figures(i, ref found);
            }
        }

        return found;
    }

    /// <summary>A word broken by a mark inside, or by a hyphen at the end of a line.</summary>
    private int Joined(int i, char sign, ref List<HiddenWord>? found)
    {
        var last = i;
        Span<char> buffer = stackalloc char[Longest];
        var length = Append(buffer, 0, i);
        var wild = -1;
        var kind = HiddenKind.None;
        while (last + 1 < _words.Length && length > 0)
        {
            var gap = _text[_words[last].End.._words[last + 1].Start];
            var broken = Letters.IsDash(gap.Length > 0 ? gap[0] : ' ') && IsLineBreak(gap[1..]);
            if (!broken && !(gap.Length == 1 && InnerMarks.Contains(gap[0], StringComparison.Ordinal)))
            {
                break;
            }

            // A mask has its word cut in two and no more: each further cut would be another word to try each letter in.
            if (wild >= 0 || (!broken && gap[0] == '*' && last > i))
            {
                break;
            }

            kind = !broken ? HiddenKind.Disguise : kind == HiddenKind.None ? HiddenKind.LineBreak : kind;
            if (!broken && gap[0] is '*' or '@' or '$' && length < Longest)
            {
                wild = gap[0] == '*' ? length : wild;
                buffer[length++] = gap[0] switch { '@' => _words[i].Has(LetterMarks.Latin) ? 'a' : 'а', '$' => 's', _ => '*' };
            }

            last++;
            length = Append(buffer, length, last);
            if (length > 0 && Known(buffer[..length], wild, i, last) is { } hash)
            {
                Add(ref found, i, last, _words[i].Start, _words[last].End, hash, kind);
                return last;
            }
        }

        return i;
    }

    private static bool IsLineBreak(ReadOnlySpan<char> gap) => gap.Length > 0 && gap.IndexOfAny('\n', '\u2028') >= 0 && gap.IsWhiteSpace() && gap.Count('\n') < 2;

    /// <summary>The hash of letters that are a form of a name; one masked letter may be any.</summary>
    private ulong? Known(Span<char> letters, int wild, int first, int last)
    {
        if (wild < 0)
        {
            var hash = WordScanner.HashOfWord(letters);
            return IsForm(hash, first, last) ? hash : null;
        }

        foreach (var letter in Letters.IsLatin(letters[0]) ? LatinAlphabet : CyrillicAlphabet)
        {
            letters[wild] = letter;
            var hash = WordScanner.HashOf(letters);
            if (IsForm(hash, first, last))
            {
                letters[wild] = '*';
                return hash;
            }
        }

        letters[wild] = '*';
        return null;
    }

    /// <summary>«С е р г е е м   Л а в р о в ы м»: single letters, one blank apart; a wider gap ends a word.</summary>
    private int Spaced(int i, ref List<HiddenWord>? found)
    {
        Span<char> buffer = stackalloc char[Longest];
        var end = i;
        while (end + 1 < _words.Length && _words[end + 1].Length == 1 && IsLetterGap(_text[_words[end].End.._words[end + 1].Start]))
        {
            end++;
        }

        for (var start = i; start <= end;)
        {
            var last = start;
            var length = Append(buffer, 0, start);
            while (last < end && length < Longest && _words[last + 1].Start - _words[last].End == 1)
            {
                length = Append(buffer, length, ++last);
            }

            if (last - start + 1 >= FewestSpaced || (end - i >= FewestSpaced && last > start))
            {
                var hash = WordScanner.HashOfWord(buffer[..length]);
                if (IsForm(hash, start, last))
                {
                    Add(ref found, start, last, _words[start].Start, _words[last].End, hash, HiddenKind.Disguise);
                }
            }

            start = last + 1;
        }

        return end;
    }

    private static bool IsLetterGap(ReadOnlySpan<char> gap) => gap.Length is >= 1 and <= 4 && (gap.IsWhiteSpace() || (gap.Length == 1 && InnerMarks.Contains(gap[0], StringComparison.Ordinal)));

    /// <summary>«#КонстантинМаковский»: a tag is cut where a capital follows a small letter.</summary>
    private void Humps(int i, ref List<HiddenWord>? found)
    {
        var (start, end) = (_words[i].Start, _words[i].End);
        if (end - start > Longest * 2)
        {
            return;
        }

        for (int from = start, at = start + 1; at <= end; at++)
        {
            if (at == end ? from > start : char.IsUpper(_text[at]) && char.IsLower(_text[at - 1]))
            {
                var hash = WordScanner.HashOfWord(_text[from..at]);
                if (_forms is not null || IsForm(hash, i, i, from, at))
                {
                    Add(ref found, i, i, from, at, hash, HiddenKind.Disguise);
                }

                from = at;
            }
        }
    }

    /// <summary>Figures and Latin letters for the Cyrillic ones that they resemble, each in its second meaning.</summary>
    private void Figures(int i, ref List<HiddenWord>? found)
    {
        Span<char> buffer = stackalloc char[Longest];
        var length = Append(buffer, 0, i);
        for (var at = 0; at < length; at++)
        {
            buffer[at] = buffer[at] switch
            {
                '0' => 'о', '1' => 'л', '3' => 'з', '4' => 'ч', '6' => 'б', '8' => 'в', '9' => 'я', 'r' => 'г', 'p' => 'р', 'n' => 'п', 'u' => 'и', 'b' => 'ь', 'm' => 'т', 'g' => 'д',
                var other => Letters.AsCyrillic(other),
            };
        }

        var hash = WordScanner.HashOf(buffer[..length]);
        if (length > 0 && hash != _words[i].Hash && IsForm(hash, i, i))
        {
            Add(ref found, i, i, _words[i].Start, _words[i].End, hash, HiddenKind.Disguise);
        }
    }

    private int Append(Span<char> buffer, int length, int word)
    {
        var letters = _text[_words[word].Start.._words[word].End];
        if (length + letters.Length > buffer.Length)
        {
            return 0;
        }

        foreach (var c in letters)
        {
            var folded = Letters.Fold(c);
            if (folded > Letters.Ignorable)
            {
                buffer[length++] = folded;
            }
        }

        return length;
    }

    private bool IsForm(ulong hash, int first, int last) => IsForm(hash, first, last, _words[first].Start, _words[last].End);

    private bool IsForm(ulong hash, int first, int last, int start, int end)
    {
        if (_forms is { } known)
        {
            return !known.Of(hash).IsEmpty;
        }

        if (_tried!.Count < MostReadings)
        {
            _tried.Add(new HiddenReading(hash, first, last, start, end));
        }

        return false;
    }

    /// <summary>The word has the marks of all that it is read from, so that a mixture of alphabets stays one.</summary>
    private void Add(ref List<HiddenWord>? found, int first, int last, int start, int end, ulong hash, HiddenKind kind)
    {
        var marks = LetterMarks.None;
        for (var i = first; i <= last; i++)
        {
            marks |= _words[i].Marks;
        }

        (found ??= []).Add(new HiddenWord(first, last, new Word(start, end, hash, 0, marks), kind));
    }
}
