using LabelService.Engine.Naming;

namespace LabelService.Engine.Candidates;

/// <summary>
/// What a change of some entities says of others that stay: a rare name is no longer rare where somebody else now bears the surname, a word
/// before a surname is somebody else's given name once a register has it as one, and a disguised word may be read as another than before.
/// </summary>
internal sealed class EntityNeighbours(NameIndex before, NameIndex after, IReadOnlySet<string> changed)
{
    /// <summary>As <see cref="PersonSearch"/> bounds the bearers of one surname at one place: beyond it one more pushes another out.</summary>
    private const int MostBearers = 8;

    private readonly IReadOnlySet<string> _respelt = RespeltNames.Find(before, after, changed);

    /// <summary>Entities that must be looked for, too.</summary>
    public IEnumerable<string> Ids() => Ids(before).Concat(Ids(after)).Concat(_respelt).Distinct(StringComparer.Ordinal);

    public IEnumerable<WordClause> Clauses()
    {
        var given = NewGivenForms(after, before).Concat(NewGivenForms(before, after)).Select(WordKey.Of).ToList();
        var hidden = FormsOf(before).Concat(FormsOf(after)).Select(WordKey.Hidden).ToList();
        return new[] { given, hidden }.Where(keys => keys.Count > 0).Select(keys => WordClause.Of(keys));
    }

    private IEnumerable<string> Ids(NameIndex index)
    {
        var mine = PersonsOf(index, changed).ToList();
        var families = mine.Select(p => p.Family).ToHashSet();
        var surnames = mine.Select(p => p.Surname[^1]).ToHashSet();
        var others = index.AllPersons.Where(p => !changed.Contains(p.Entity.Id)).ToList();
        var ofFamily = others.Where(p => families.Contains(p.Family)).GroupBy(p => p.Family, p => p.Entity.Id)
            .Select(g => g.Distinct(StringComparer.Ordinal).ToList()).Where(bearers => bearers.Count == 1).SelectMany(bearers => bearers);
        var ofSurname = others.Where(p => surnames.Contains(p.Surname[^1])).GroupBy(p => p.Surname[^1], p => p.Entity.Id)
            .Where(g => index.Persons(g.Key).Length > MostBearers).SelectMany(g => g);
        return ofFamily.Concat(ofSurname);
    }

    private IEnumerable<ulong> NewGivenForms(NameIndex index, NameIndex other)
    {
        var names = PersonsOf(index, changed).Concat(PersonsOf(index, _respelt)).SelectMany(GivenNames).Distinct().ToList();
        var forms = new LexemeForms(index.Forms, names);
        return names.SelectMany(forms.Of).Where(form => GivenForms.CasesOf(form) == 0 && !IsGiven(other, form));
    }

    private static IEnumerable<int> GivenNames(PersonEntry person) => person.Given.Concat(person.Further);

    private static bool IsGiven(NameIndex index, ulong form)
    {
        foreach (ref readonly var entry in index.Forms.Of(form))
        {
            if ((index.KindsOf(entry.Lexeme) & LexemeKinds.Given) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<ulong> FormsOf(NameIndex index)
    {
        int[] lexemes =
        [
            .. PersonsOf(index, changed).Concat(PersonsOf(index, _respelt)).SelectMany(p => p.Surname.Concat(GivenNames(p)).Append(p.Patronymic).Append(p.Counterpart)).Where(l => l >= 0),
            .. index.AllTitles.Where(t => changed.Contains(t.Entity.Id)).SelectMany(t => t.Words),
        ];
        var forms = new LexemeForms(index.Forms, lexemes);
        return lexemes.Distinct().SelectMany(forms.Of);
    }

    private static IEnumerable<PersonEntry> PersonsOf(NameIndex index, IReadOnlySet<string> entities) => index.AllPersons.Where(p => entities.Contains(p.Entity.Id));
}
