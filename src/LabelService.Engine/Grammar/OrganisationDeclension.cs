using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Declines the noun phrase with which an organisation's name begins: its head noun and the adjectives that agree with it. What
/// depends on the head (a genitive, a preposition, a name in quotes, Latin letters, an abbreviation) stays as it is.
/// </summary>
internal static class OrganisationDeclension
{
    private const string Consonants = "бвгджзйклмнпрстфхцчшщъь";

    /// <summary>Abbreviations with vowels, which only a list tells from words in a name all in capitals, and words that never change.</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "ао", "оао", "зао", "пао", "нао", "ооо", "оо", "ано", "нко", "тоо", "чоу", "ноу", "фгуп", "гуп", "муп", "гбу", "мбу", "ип", "нии", "роо", "моо",
        "оод", "мро", "сми", "иа", "риа", "тасс", "вгтрк", "сро", "лгбт", "сша", "оон", "коми",
    ]);

    /// <summary>For each token its forms in this case, the usual one first.</summary>
    public static ImmutableArray<ImmutableArray<string>> Forms(ImmutableArray<NameToken> tokens, GrammaticalCase @case)
    {
        var rows = AgreeingRows(tokens);
        return [.. tokens.Select((token, i) => Forms(token.Text, rows[i], @case))];
    }

    private static ImmutableArray<string> Forms(string word, Paradigm? row, GrammaticalCase @case)
    {
        if (row is null)
            return [word];
        var head = word[..(word.LastIndexOf('-') + 1)];
        var tail = word[head.Length..];
        return [.. row.Forms(tail.ToLowerInvariant(), @case).Select(form => head + LetterCase.Copy(tail, form))];
    }

    /// <summary>The row of endings for each token of the leading phrases; null for what stays.</summary>
    private static Paradigm?[] AgreeingRows(ImmutableArray<NameToken> tokens)
    {
        var rows = new Paradigm?[tokens.Length];
        var inCapitals = tokens.Where(token => token.IsWord).All(token => LetterCase.IsAllCapitals(token.Text) || token.Text.Length == 1);
        for (var start = 0; start < tokens.Length;)
            start = FillPhrase(tokens, rows, start, inCapitals);
        return rows;
    }

    /// <summary>Fills one phrase up to its head; gives where a coordinated one begins («журнал и издательство»), else the end.</summary>
    private static int FillPhrase(ImmutableArray<NameToken> tokens, Paradigm?[] rows, int start, bool inCapitals)
    {
        Paradigm? agreed = null;
        for (var i = start; i < tokens.Length; i++)
        {
            if (tokens[i].Text is " " or "," || (agreed is not null && IsAnd(tokens[i])))
                continue;
            if (!tokens[i].IsWord || IsAbbreviation(tokens[i].Text, inCapitals))
                return tokens.Length;
            rows[i] = Adjective(tokens[i], agreed);
            if (rows[i] is null)
                return FinishAtHead(tokens, rows, i, agreed?.Class ?? NounClass.Any);
            agreed ??= rows[i];
        }
        return tokens.Length;
    }

    /// <summary>The head noun, and adjectives right after it that agree («организация общественная»).</summary>
    private static int FinishAtHead(ImmutableArray<NameToken> tokens, Paradigm?[] rows, int head, NounClass wanted)
    {
        rows[head] = RussianNounTables.Nouns.Find(Tail(tokens[head]), wanted);
        if (rows[head] is not { Class: not NounClass.Any } noun)
            return tokens.Length;
        for (var i = head + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Text == " ")
                continue;
            if (IsAnd(tokens[i]))
                return i + 1;
            if (!tokens[i].IsWord || Adjective(tokens[i], noun) is not { Ending: not "ой" } adjective)
                break; // «-ой» after a noun is a dependent's genitive: «комитет германской экономики»
            rows[i] = adjective;
        }
        return tokens.Length;
    }

    private static Paradigm? Adjective(NameToken token, Paradigm? agreesWith)
    {
        var word = Tail(token);
        if (RussianNounTables.Nouns.Find(word, NounClass.Any) is { Stem: not null })
            return null;
        return RussianNounTables.Adjectives.Find(word, agreesWith?.Class ?? NounClass.Any);
    }

    private static string Tail(NameToken token) => token.Text[(token.Text.LastIndexOf('-') + 1)..].ToLowerInvariant();

    private static bool IsAnd(NameToken token) => token.Text.Equals("и", StringComparison.OrdinalIgnoreCase);

    private static bool IsAbbreviation(string word, bool nameInCapitals)
    {
        var first = word.Split('-')[0];
        var lowered = first.ToLowerInvariant();
        if (Abbreviations.Contains(lowered) || lowered.All(letter => Consonants.Contains(letter, StringComparison.Ordinal)))
            return true;
        return LetterCase.IsAllCapitals(first) && (!nameInCapitals || first.Length <= 3);
    }
}
