using System.Runtime.InteropServices;
using LabelService.Engine.Finding;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>
/// The keys by which an article is found when entities or rules change later, whatever they will be. Words are cut, folded and read through
/// disguise as the finders do it, so what a finder can see has its key here.
/// </summary>
public static class ArticleWords
{
    /// <summary>Grows whenever a text may get other keys than before: stored keys of another version are gathered anew. At most 255.</summary>
    public const int Version = 1;

    /// <summary>As <see cref="FieldScan"/> bounds a name, in UTF-16 units: an initial farther from a hidden word is not of one name with it.</summary>
    private const int LongestName = 400;

    /// <summary>Initials beside hidden words of one text; a text with more is made to have them.</summary>
    private const int MostPairs = 4_096;

    /// <returns>Ascending, each once.</returns>
    public static uint[] Of(ReadArticle article)
    {
        var keys = new List<uint>(1_024);
        foreach (var field in article.Fields)
        {
            AddField(field, keys);
        }

        ArticleAddresses.Add(article, keys);
        foreach (var word in Trigger.WordsOf(article.Article))
        {
            keys.Add(WordKey.Fact(word));
        }

        return Distinct(keys);
    }

    private static void AddField(ReadField field, List<uint> keys)
    {
        using var words = WordScanner.Scan(field.Text);
        foreach (ref readonly var word in words.Span)
        {
            keys.Add(WordKey.Of(word.Hash));
        }

        AddInitials(field, words.Span, keys);
        AddHidden(field.Text, words.Span, keys);
    }

    private static void AddInitials(ReadField field, ReadOnlySpan<Word> words, List<uint> keys)
    {
        var pairs = new List<(char Letter, int Surname)>();
        NameInitials.AddPairs(new NameSearch(field.Text, words, null!, null!) { LinesAreBlocks = field.LinesAreBlocks }, pairs);
        foreach (var (letter, surname) in pairs)
        {
            keys.Add(WordKey.Initial(letter, words[surname].Hash));
        }
    }

    private static void AddHidden(string text, ReadOnlySpan<Word> words, List<uint> keys)
    {
        var readings = HiddenWords.All(text, words);
        if (readings.Count == 0)
        {
            return;
        }

        if (readings.Count == HiddenWords.MostReadings)
        {
            keys.Add(WordKey.Odd);
        }

        var initials = Initials(text, words);
        var pairs = 0;
        foreach (var reading in readings)
        {
            keys.Add(WordKey.Of(reading.Hash));
            keys.Add(WordKey.Hidden(reading.Hash));
            if (NameInitials.IsDotted(text, reading.Start, reading.End))
            {
                keys.Add(WordKey.InitialOfHidden(Letters.Fold(text[reading.Start])));
            }

            if (initials.Count > 0 && pairs < MostPairs)
            {
                pairs += AddInitialsNear(text, words, reading, initials, keys);
            }
        }

        if (pairs >= MostPairs)
        {
            keys.Add(WordKey.Odd);
        }
    }

    /// <summary>A hidden word may be the surname of any initial that one name can reach, or a part of a double surname before it.</summary>
    private static int AddInitialsNear(string text, ReadOnlySpan<Word> words, HiddenReading reading, List<int> initials, List<uint> keys)
    {
        var (start, end) = (words[reading.First].Start - LongestName, words[reading.Last].End + LongestName);
        var isPart = reading.Last + 1 < words.Length && Gaps.JoinsParts(text.AsSpan(words[reading.Last].End..words[reading.Last + 1].Start));
        var first = initials.BinarySearch(start);
        var added = 0;
        for (var i = first < 0 ? ~first : first; i < initials.Count && initials[i] < end; i++, added++)
        {
            var letter = Letters.Fold(text[initials[i]]);
            keys.Add(WordKey.Initial(letter, reading.Hash));
            if (isPart)
            {
                keys.Add(WordKey.InitialOfHidden(letter));
            }
        }

        return added;
    }

    private static List<int> Initials(string text, ReadOnlySpan<Word> words)
    {
        var initials = new List<int>();
        foreach (ref readonly var word in words)
        {
            if (NameInitials.IsDotted(text, word.Start, word.End))
            {
                initials.Add(word.Start);
            }
        }

        return initials;
    }

    private static uint[] Distinct(List<uint> keys)
    {
        keys.Sort();
        var sorted = CollectionsMarshal.AsSpan(keys);
        var count = 0;
        foreach (var key in sorted)
        {
            if (count == 0 || sorted[count - 1] != key)
            {
                sorted[count++] = key;
            }
        }

        return sorted[..count].ToArray();
    }
}
