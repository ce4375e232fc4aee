using System.Runtime.InteropServices;

namespace LabelService.Engine.Matching;

internal enum TokenKind : byte
{
    Word,

    /// <summary>Punctuation that a wording may or may not have: comma, colon, bracket, asterisk, slash.</summary>
    Gap,

    /// <summary>What no name goes past: the end of a sentence, a bracket that is both gap and bound is <see cref="Gap"/>.</summary>
    Stop,

    /// <summary>An age mark such as 18+.</summary>
    Age,
}

/// <param name="Hash">Of the folded word; the character itself for punctuation.</param>
/// <param name="Stem">Of the word's first letters, see <see cref="Word.Stem"/>.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, ulong Hash, uint Stem = 0)
{
    /// <summary>Whether a name ends before it.</summary>
    public bool BoundsName => Kind is TokenKind.Stop or TokenKind.Age || (Kind == TokenKind.Gap && (char)Hash is '(' or ')' or '*' or ';');
}

/// <summary>A stretch of text as tokens: folded words, the punctuation that bounds a name, and age marks. Wordings are compared on it.</summary>
internal sealed class TokenLine
{
    /// <summary>Longest stretch that is looked at, in UTF-16 units; a notice stands in a paragraph, not in a book without line breaks.</summary>
    public const int MaxLength = 20_000;

    private readonly List<Token> _tokens = new(40);

    public string Text { get; private set; } = "";

    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Room for the states of one run after another; a line is compared with many wordings.</summary>
    public Dictionary<int, NoticeMatch> Known { get; } = [];

    /// <summary>Takes another stretch; the room of the one before is used again.</summary>
    public void Read(string text, int start, int end)
    {
        Text = text;
        _tokens.Clear();
        end = Math.Min(end, start + MaxLength);
        var i = start;
        while (i < end)
        {
            i = Letters.Fold(text[i]) > Letters.Ignorable ? AddWord(text, i, end, _tokens) : AddMark(text, i, end, _tokens);
        }
    }

    private static int AddMark(string text, int i, int end, List<Token> tokens)
    {
        var c = text[i];
        if (c is ',' or ';' or ':' or '(' or ')' or '*' or '/')
        {
            tokens.Add(new Token(TokenKind.Gap, i, i + 1, c));
        }
        else if (c is '\n' or '…' or '!' or '?' or '|' || (c == '.' && EndsSentence(text, i, end)))
        {
            tokens.Add(new Token(TokenKind.Stop, i, i + 1, c));
        }

        return i + 1;
    }

    private static int AddWord(string text, int i, int end, List<Token> tokens)
    {
        var next = i;
        while (next < end && Letters.Fold(text[next]) != Letters.Separator)
        {
            next++;
        }

        if (next < end && text[next] == '+' && next - i <= 2 && char.IsAsciiDigit(text[i]))
        {
            tokens.Add(new Token(TokenKind.Age, i, next + 1, 0));
            return next + 1;
        }

        var (hash, stem) = WordScanner.HashesOf(text.AsSpan(i, next - i));
        tokens.Add(new Token(TokenKind.Word, i, next, hash, stem));
        return next;
    }

    private static bool EndsSentence(string text, int i, int end) =>
        i + 1 >= end || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '»' or '”' or ')' or ']';
}
