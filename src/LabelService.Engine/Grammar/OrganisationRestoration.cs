using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Restores the nominative of an organisation's name: adjectives and the noun that they agree with, as far as they decline; what
/// depends on the noun, stands in quotes or is an abbreviation stays.
/// </summary>
internal static class OrganisationRestoration
{
    private const int KnownHead = 16;

    /// <summary>Readings tried at most; names with so many doubtful words are not real.</summary>
    private const int MostReadings = 400;

    private static readonly NounClass[] Classes = [NounClass.Masculine, NounClass.Feminine, NounClass.Neuter, NounClass.Plural];

    public static IEnumerable<NameReading> Read(string form, GrammaticalCase @case)
    {
        var tokens = NameToken.Split(form);
        return Classes.SelectMany(@class => Phrases(tokens, 0, @class, @case)).Take(MostReadings).Prepend(new Restored(form, 0))
            .DistinctBy(found => found.Word)
            .Where(found => Declines(found.Word, @case, form))
            .Select(found => new NameReading(found.Word, EntityKind.Organisation, Gender.Unknown, found.Evidence));
    }

    public static bool Declines(string name, GrammaticalCase @case, string form) =>
        FormProduct.Join(OrganisationDeclension.Forms(NameToken.Split(name), @case)).Any(one => Spelling.Same(one, form));

    /// <summary>The phrase that begins at a token: adjectives of a class up to their noun, then what stays.</summary>
    private static IEnumerable<Restored> Phrases(ImmutableArray<NameToken> tokens, int at, NounClass @class, GrammaticalCase @case)
    {
        if (at >= tokens.Length)
            return [];
        var token = tokens[at];
        if (!token.IsWord)
            return token.Text is " " or "," ? Then(new Restored(token.Text, 0), Phrases(tokens, at + 1, @class, @case)) : [];
        var heads = Words(RussianNounTables.Nouns, token.Text, @class, @case).Select(AsHead)
            .SelectMany(noun => Rest(tokens, at + 1, @class, @case).Select(rest => Join(noun, rest)));
        var adjectives = Words(RussianNounTables.Adjectives, token.Text, @class, @case)
            .SelectMany(adjective => Then(adjective, Phrases(tokens, at + 1, @class, @case)));
        return heads.Concat(adjectives);
    }

    /// <summary>Behind the noun: nothing that declines, one more agreeing adjective, or a second phrase behind «и».</summary>
    private static IEnumerable<Restored> Rest(ImmutableArray<NameToken> tokens, int at, NounClass @class, GrammaticalCase @case)
    {
        yield return new Restored(Text(tokens, at), 0);
        if (at + 1 >= tokens.Length || tokens[at].Text != " " || !tokens[at + 1].IsWord)
            yield break;
        var more = tokens[at + 1].Text.Equals("и", StringComparison.OrdinalIgnoreCase)
            ? Classes.SelectMany(second => Then(new Restored(" " + tokens[at + 1].Text, 0), Phrases(tokens, at + 2, second, @case)))
            : Words(RussianNounTables.Adjectives, tokens[at + 1].Text, @class, @case)
                .Select(adjective => new Restored(" " + adjective.Word + Text(tokens, at + 2), adjective.Evidence));
        foreach (var one in more)
            yield return one;
    }

    private static IEnumerable<Restored> Then(Restored head, IEnumerable<Restored> rest) => rest.Select(next => Join(head, next));

    private static Restored Join(Restored head, Restored rest) => new(head.Word + rest.Word, head.Evidence + rest.Evidence);

    private static string Text(ImmutableArray<NameToken> tokens, int from) => string.Concat(tokens.Skip(from).Select(token => token.Text));

    private static IEnumerable<Restored> Words(ParadigmTable table, string word, NounClass @class, GrammaticalCase @case)
    {
        var first = word[..(word.LastIndexOf('-') + 1)];
        var tail = word[first.Length..];
        return Spelling.Variants(tail).SelectMany(form => table.Nominatives(form, @class, @case)).Take(3)
            .Select(found => found with { Word = first + Spelling.Copy(tail, found.Word) });
    }

    /// <summary>Of unlisted nouns those in -ство are neuter, others in -ом, -а, -у are not: «агентством», «вестником».</summary>
    private static Restored AsHead(Restored noun)
    {
        var lowered = noun.Word.ToLowerInvariant();
        if (OrganisationHeads.Contains(lowered))
            return noun with { Evidence = noun.Evidence + KnownHead };
        var rare = lowered.EndsWith('о') != lowered.EndsWith("ство", StringComparison.Ordinal) || lowered.EndsWith("ств", StringComparison.Ordinal);
        return rare ? noun with { Evidence = noun.Evidence - 4 } : noun;
    }
}
