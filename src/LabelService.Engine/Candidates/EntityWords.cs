using System.Collections.Immutable;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>
/// Which articles can name an entity, made of the very tables by which texts are searched for it. Every article in which a finder takes
/// something for the entity meets the query; the reverse need not be so.
/// </summary>
public static class EntityWords
{
    /// <summary>Words of a title that are asked for; further ones tell no more.</summary>
    private const int MostTitleWords = 3;

    /// <summary>What an initial can be: a folded letter of the alphabets that are read for each other.</summary>
    private static readonly ImmutableArray<char> Initials =
        [.. Enumerable.Range(0, 0x530).Select(c => (char)c).Where(c => char.IsLetterOrDigit(c) && Letters.Fold(c) == c)];

    /// <param name="ids">Entities of the ruleset; of others there is nothing to find.</param>
    /// <param name="decided">Those of them of whom somebody decided that words mean them: of these a surname alone may do.</param>
    public static WordQuery Of(Ruleset ruleset, IReadOnlyCollection<string> ids, IReadOnlySet<string>? decided = null)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var entities = ruleset.Registries.Values.SelectMany(r => r.Entities).Where(e => wanted.Contains(e.Id)).ToList();
        return Of(ruleset.Index.Names, entities, decided);
    }

    /// <summary>
    /// What a change of entities can touch: whom it names before and after, and those of whom it says something else although they stay,
    /// since somebody now shares their surname or a word now is a given name.
    /// </summary>
    /// <param name="ids">The entities that were added, ended, renamed or changed otherwise.</param>
    public static WordQuery OfChange(Ruleset before, Ruleset after, IReadOnlyCollection<string> ids, IReadOnlySet<string>? decided = null)
    {
        var changed = ids.ToHashSet(StringComparer.Ordinal);
        var neighbours = new EntityNeighbours(before.Index.Names, after.Index.Names, changed);
        var all = changed.Concat(neighbours.Ids()).ToHashSet(StringComparer.Ordinal);
        return Of(before, all, decided).Or(Of(after, all, decided)).Or(new WordQuery([.. neighbours.Clauses()]));
    }

    internal static WordQuery Of(NameIndex index, IReadOnlyCollection<Entity> entities, IReadOnlySet<string>? decided = null)
    {
        var wanted = entities.ToHashSet<Entity>(ReferenceEqualityComparer.Instance);
        var persons = index.AllPersons.Where(p => wanted.Contains(p.Entity)).ToList();
        var titles = index.AllTitles.Where(t => wanted.Contains(t.Entity)).ToList();
        var forms = new LexemeForms(index.Forms, [.. persons.SelectMany(p => p.Surname.Concat(p.Given)), .. titles.SelectMany(t => t.Words)]);
        return new WordQuery(
        [
            .. persons.SelectMany(p => OfPerson(p, forms, decided?.Contains(p.Entity.Id) == true)),
            .. titles.Select(t => OfTitle(t, forms)),
            .. entities.SelectMany(OfAddresses),
        ]);
    }

    private static IEnumerable<WordClause> OfPerson(PersonEntry person, LexemeForms forms, bool isDecided)
    {
        var surname = person.Surname.Reverse().Select(forms.KeysOf).ToList();
        if (isDecided)
        {
            // Half of a double surname is as good as anything else that might mean the person.
            return [WordClause.Of(surname[..1])];
        }

        if (person.Given.IsEmpty || person.Surname.Length > 1)
        {
            // Of a person with initials alone any given name may stand there; and a double surname is seldom enough by itself.
            return [WordClause.Of(surname)];
        }

        // A disguised surname is looked at even alone.
        return
        [
            WordClause.Of([.. surname, .. person.Given.Select(forms.KeysOf)]), .. OfInitials(person, forms),
            WordClause.Of(forms.Of(person.Surname[^1]).Select(WordKey.Hidden)),
        ];
    }

    private static IEnumerable<WordClause> OfInitials(PersonEntry person, LexemeForms forms)
    {
        var letters = Initials.Where(person.GivenInitial.Fits).Append(person.GivenInitial.Folded).Distinct().ToList();
        var surname = forms.Of(person.Surname[^1]).ToList();
        yield return WordClause.Of(letters.SelectMany(letter => surname.Select(form => WordKey.Initial(letter, form))));
        yield return WordClause.Of(surname.Select(WordKey.Of), letters.Select(WordKey.InitialOfHidden));
    }

    /// <summary>Words that are declined first: of those that are not, half are particles.</summary>
    private static WordClause OfTitle(TitleEntry title, LexemeForms forms) =>
        WordClause.Of(title.Words.Distinct().OrderByDescending(w => forms.Of(w).Count).Take(MostTitleWords).Select(forms.KeysOf));

    private static IEnumerable<WordClause> OfAddresses(Entity entity)
    {
        foreach (var account in entity.Accounts)
        {
            yield return WordClause.Of([WordKey.Host(AccountKeys.Key(account))]);
        }

        foreach (var domain in entity.Domains)
        {
            yield return WordClause.Of([WordKey.Host(domain.ToLowerInvariant())]);
            if (Phrase.Of(domain, entity) is { } written)
            {
                yield return WordClause.Of(written.Words.OrderByDescending(w => w.Length).Select(w => (uint[])[WordKey.Of(WordScanner.HashOf(w))]));
            }
        }
    }
}
