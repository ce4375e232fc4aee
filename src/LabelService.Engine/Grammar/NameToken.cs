using System.Collections.Immutable;

namespace LabelService.Engine.Grammar;

/// <summary>A piece of a name: a Cyrillic word, or what stays as it is (spaces, initials, Latin, a title in quotes).</summary>
internal readonly record struct NameToken(string Text, bool IsWord)
{
    private static readonly (char Open, char Close)[] Quotes = [('«', '»'), ('"', '"'), ('“', '”'), ('„', '“'), ('(', ')')];

    /// <summary>Cuts a name; the tokens' texts in a row are the name.</summary>
    public static ImmutableArray<NameToken> Split(string name)
    {
        var tokens = ImmutableArray.CreateBuilder<NameToken>();
        for (var at = 0; at < name.Length;)
        {
            var isWord = IsWordLetter(name[at]);
            var end = isWord ? EndOfWord(name, at) : EndOfQuote(name, at);
            var text = name[at..end];
            tokens.Add(new NameToken(text, isWord && IsCyrillic(text) && !IsInitial(name, at, end)));
            at = end;
        }
        return tokens.ToImmutable();
    }

    private static bool IsWordLetter(char letter) => char.IsLetter(letter) || letter is '-' or '\'' or '’';

    private static int EndOfWord(string name, int at)
    {
        while (at < name.Length && (IsWordLetter(name[at]) || char.IsAsciiDigit(name[at])))
            at++;
        return at;
    }

    /// <summary>A title in quotes goes to its last closing mark, since titles nest: «Союз «Женщины»».</summary>
    private static int EndOfQuote(string name, int at)
    {
        foreach (var (open, close) in Quotes)
            if (name[at] == open && name.LastIndexOf(close) is var last && last > at)
                return last + 1;
        return at + 1;
    }

    private static bool IsInitial(string name, int at, int end) => end - at <= 2 && end < name.Length && name[end] == '.';

    private static bool IsCyrillic(string text)
    {
        var found = false;
        foreach (var letter in text)
        {
            if (letter is >= 'Ѐ' and <= 'ӿ')
                found = true;
            else if (char.IsLetterOrDigit(letter))
                return false;
        }
        return found;
    }
}
