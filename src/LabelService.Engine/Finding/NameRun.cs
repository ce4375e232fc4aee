using LabelService.Engine.Grammar;

namespace LabelService.Engine.Finding;

/// <summary>
/// Where a name begins that ends at a place and that no registry knows: a title in quotes with its noun, else the words with capitals
/// before the place, without what stands before names («Рэпер», the first word of a sentence).
/// </summary>
internal static class NameRun
{
    private const int MostWords = 6;

    /// <summary>UTF-16 units back from its end in which a title in quotes must open.</summary>
    private const int LongestTitle = 160;

    private static readonly string[] Openers = ["по", "но", "а", "и", "у", "о", "об", "от", "к", "с", "со", "за", "на", "для", "при", "как", "что", "если", "когда", "in", "on", "at", "by", "but", "and", "for", "when", "if"];

    private static readonly string[] Adjectives = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ую", "ей", "ом", "ем"];

    /// <summary>The start of the name that ends at <paramref name="end"/>, at least <paramref name="first"/>; the end where there is none.</summary>
    public static int Start(string text, int end, int first)
    {
        if (end <= first)
        {
            return end;
        }

        return OpeningQuote(text, end, first) is >= 0 and var quote ? WithNoun(text, quote, first) : WithCapitals(text, end, first);
    }

    private static int OpeningQuote(string text, int end, int first)
    {
        var opening = text[end - 1] switch { '»' => "«", '”' => "“„", '“' => "„", '"' => "\"", _ => "" };
        var depth = 0;
        for (var i = end - 2; opening.Length > 0 && i >= Math.Max(first, end - LongestTitle); i--)
        {
            depth += text[i] == text[end - 1] && text[i] != '"' ? 1 : 0;
            if (opening.Contains(text[i], StringComparison.Ordinal) && depth-- == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>«Проект «…»», «Благотворительный фонд «…»»; of «вещание телеканала «…»» only the title is the name.</summary>
    private static int WithNoun(string text, int quote, int first)
    {
        var start = quote;
        var inPhrase = false;
        foreach (var (at, word) in WordsBefore(text, quote, first))
        {
            var fits = inPhrase ? IsAdjective(word) : OrganisationHeads.ContainsForm(word) || char.IsUpper(word[0]);
            if (!fits || PersonTitles.Contains(word))
            {
                break;
            }

            inPhrase = true;
            start = char.IsUpper(word[0]) ? at : start;
        }

        return start;
    }

    private static bool IsAdjective(string word) => word.Length > 4 && Adjectives.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static int WithCapitals(string text, int end, int first)
    {
        var words = WordsBefore(text, end, first).TakeWhile(word => char.IsUpper(word.Word[0])).ToList();
        words.Reverse();
        while (words.Count > 1 && IsBeforeName(text, words, first))
        {
            words.RemoveAt(0);
        }

        return words.Count > 0 ? words[0].At : end;
    }

    private static bool IsBeforeName(string text, List<(int At, string Word)> words, int first)
    {
        var word = words[0].Word.ToLowerInvariant();
        return PersonTitles.Contains(word) || (OpensSentence(text, words[0].At, first) && (Openers.Contains(word) || IsBeforeGivenName(words)));
    }

    /// <summary>«Вчера Ольга Лунина»; in «Лунина Ольга Сергеевна» the first word is the surname.</summary>
    private static bool IsBeforeGivenName(List<(int At, string Word)> words) =>
        words.Count > 2 && !GivenNameForms.Contains(words[0].Word) && GivenNameForms.Contains(words[1].Word) && !GivenNameForms.IsPatronymic(words[2].Word);

    private static bool OpensSentence(string text, int at, int first) =>
        at <= first || text.AsSpan(first, at - first).TrimEnd() is [] or [.., '.' or '!' or '?' or '…' or ':' or '\n' or '«' or '"' or '—'];

    /// <summary>The words before a place, nearest first, as far as only blanks part them; an initial has its point.</summary>
    private static IEnumerable<(int At, string Word)> WordsBefore(string text, int end, int first)
    {
        var at = end;
        for (var i = 0; i < MostWords; i++)
        {
            var wordEnd = SkipBack(text, at, first, c => c is ' ' or '\u00A0');
            var letters = wordEnd - 1 > first && text[wordEnd - 1] == '.' ? wordEnd - 1 : wordEnd;
            var start = SkipBack(text, letters, first, IsInWord);
            var isInitial = letters < wordEnd && letters - start == 1;
            if (start == letters || (letters < wordEnd && !isInitial) || !char.IsLetter(text[start]))
            {
                yield break;
            }

            yield return (start, text[start..wordEnd]);
            at = start;
        }
    }

    private static int SkipBack(string text, int from, int first, Func<char, bool> skip)
    {
        while (from > first && skip(text[from - 1]))
        {
            from--;
        }

        return from;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\'' or '’' or '\u00AD' or '\u0301';
}
