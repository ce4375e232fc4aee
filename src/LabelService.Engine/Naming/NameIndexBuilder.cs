using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Matching;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Makes of each registered name all forms in which people write it, and the tables by which a text is searched for them.</summary>
internal sealed class NameIndexBuilder
{
    private readonly Lexicon _lexicon = new();
    private readonly List<PersonEntry> _persons = [];
    private readonly List<TitleEntry> _titles = [];

    public static NameIndex Build(IEnumerable<Entity> entities)
    {
        var builder = new NameIndexBuilder();
        foreach (var entity in entities)
        {
            builder.Add(entity);
        }

        var titles = TitleAnchors.Choose(builder._titles);
        foreach (var title in titles)
        {
            builder._lexicon.Mark(title.Words[title.Anchor], LexemeKinds.TitleAnchor);
        }

        return new NameIndex(builder._lexicon.ToTable(LexemeKinds.Surname | LexemeKinds.TitleAnchor), builder._lexicon.Kinds, builder._persons, titles);
    }

    private void Add(Entity entity)
    {
        // Names that fold alike are one, under the strongest kind.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var registered = entity.Kind == EntityKind.Person ? PersonReading.Of(entity.Name, entity.Gender) : null;
        foreach (var (name, kind) in NameVariants.Of(entity).OrderBy(n => n.Kind))
        {
            var cut = Words(name);
            if (cut.Count == 0 || !seen.Add(string.Join(' ', cut.Select(w => w.Folded))))
            {
                continue;
            }

            if (entity.Kind == EntityKind.Person && PersonReading.Of(name, entity.Gender) is { } person && (kind == NameKind.Registered || person.IsLikely))
            {
                AddPerson(entity, person, registered, isAlias: kind != NameKind.Registered);
            }
            else if (entity.Kind == EntityKind.Person && InitialedName.Of(name) is { } initialed)
            {
                AddInitialed(entity, initialed, isAlias: kind != NameKind.Registered);
            }
            else
            {
                AddTitle(entity, name, cut, kind);
            }
        }
    }

    private void AddPerson(Entity entity, PersonReading name, PersonReading? registered, bool isAlias)
    {
        // The patronymic stays with a changed surname and a Latin spelling, so that another one is known for another's.
        var fathered = name.Patronymic is null && registered is { Patronymic: not null } && (name.IsLatin || name.Given[0].SequenceEqual(registered.Given[0])) ? registered : name;
        var surname = name.Surname.Select((w, i) => Lexeme(w, NamePart.Surname, name, i == name.Surname.Length - 1)).ToImmutableArray();
        var given = name.Given.Select(g => g.Select((w, i) => Lexeme(w, NamePart.Given, name, i == g.Length - 1)).ToImmutableArray()).ToImmutableArray();
        var patronymic = fathered.Patronymic is { } p ? Lexeme(p, NamePart.Patronymic, fathered, isLast: true) : -1;
        _persons.Add(new PersonEntry(
            entity, surname, given[0], [.. given.Skip(1).SelectMany(g => g)], patronymic, Initial.Of(name.Given[0][0]), Initial.Of(fathered.Patronymic), _lexicon.Family(string.Join('-', name.Surname)),
            Counterpart(name), name.Gender, NameFrequency.IsRare(name), NameFrequency.IsCommon(name), name.IsLatin, isAlias)
        {
            HasSpacedSurname = name.HasSpacedSurname,
        });
    }

    private void AddInitialed(Entity entity, InitialedName name, bool isAlias)
    {
        var gender = entity.Gender == Gender.Unknown ? GenderGuess.BySurname(name.Surname) : entity.Gender;
        var read = new PersonReading([name.Surname], [], null, gender, IsLatin: !name.Surname.Any(Letters.IsCyrillic));
        _persons.Add(new PersonEntry(
            entity, [Lexeme(name.Surname, NamePart.Surname, read, isLast: true)], [], [], -1, Initial.Of(name.First.ToString()), Initial.Of(name.Second?.ToString()),
            _lexicon.Family(name.Surname), Counterpart(read), gender, IsRare: false, NameFrequency.IsCommon(read), read.IsLatin, isAlias));
    }

    private int Lexeme(string word, NamePart part, PersonReading name, bool isLast)
    {
        var kind = part switch
        {
            NamePart.Given => LexemeKinds.Given,
            NamePart.Patronymic => LexemeKinds.Patronymic,
            _ => isLast ? LexemeKinds.Surname : LexemeKinds.None,
        };
        var key = $"{part}{(isLast ? '|' : '-')}{(int)name.Gender}{WordScanner.Fold(word)}";
        return _lexicon.Add(key, kind, () => name.IsLatin ? LatinForms(word, part) : PersonDeclension.Recognise(word, part, name.Gender, isLast)
            .Concat(Transliteration.Spell(word).Select(s => (s, (int)CaseBits.Latin))));
    }

    private int Counterpart(PersonReading name)
    {
        if (name.Gender == Gender.Unknown || name.IsLatin)
        {
            return -1;
        }

        var (surname, gender) = SurnameFamily.Counterpart(name.Surname[^1], name.Gender);
        return _lexicon.Add($"counterpart{(int)gender}{WordScanner.Fold(surname)}", LexemeKinds.None, () => PersonDeclension.Recognise(surname, NamePart.Surname, gender, isLast: true));
    }

    /// <summary>English possessives stand behind an apostrophe, which parts words; without one, «Smiths» is another name.</summary>
    private static IEnumerable<(string, int)> LatinForms(string word, NamePart part) =>
        (part == NamePart.Given ? LatinGivenNames.SpellingsOf(word) : [word]).Select(spelling => (spelling, (int)CaseBits.Latin));

    private void AddTitle(Entity entity, string name, List<(string Folded, string Written, bool IsMarked)> words, NameKind kind)
    {
        var several = words.Count > 1;
        var lexemes = words.Select(w =>
        {
            var capitals = w.Written.Length > 1 && w.Written.All(c => !char.IsLower(c));
            return _lexicon.Add($"w{(several ? 'n' : '1')}{(capitals ? 'C' : ' ')}{w.Folded}", LexemeKinds.None, () => TitleForms.Of(w.Folded, capitals, several));
        }).ToImmutableArray();
        _titles.Add(new TitleEntry(entity, lexemes, kind, 0, TitleWriting.Of(name, words)));
    }

    private static List<(string Folded, string Written, bool IsMarked)> Words(string name)
    {
        using var words = WordScanner.Scan(name);
        var cut = new List<(string, string, bool)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (start, end) = (words.Span[i].Start, words.Span[i].End);
            var isMarked = i + 1 < words.Count && TitleGaps.IsMarked(name.AsSpan(end..words.Span[i + 1].Start));
            cut.Add((WordScanner.Fold(name.AsSpan(start..end)), name[start..end], isMarked));
        }

        return cut;
    }
}
