using LabelService.Engine.Naming;

namespace LabelService.Engine.Candidates;

/// <summary>
/// Entities that stay and are read by other forms than before: names that differ in the points of «ё» alone are one lexeme, and its forms,
/// the Latin ones above all, are made of whichever spelling the registers give first.
/// </summary>
internal static class RespeltNames
{
    public static IReadOnlySet<string> Find(NameIndex before, NameIndex after, IReadOnlySet<string> changed)
    {
        var sharing = Sharing(before, changed).Concat(Sharing(after, changed)).ToHashSet(StringComparer.Ordinal);
        if (sharing.Count == 0)
        {
            return sharing;
        }

        var (formsBefore, formsAfter) = (Forms(before, sharing), Forms(after, sharing));
        sharing.RemoveWhere(id => formsBefore.TryGetValue(id, out var some) && formsAfter.TryGetValue(id, out var others) && some.SetEquals(others));
        return sharing;
    }

    /// <summary>Who shares a lexeme with somebody that changed.</summary>
    private static IEnumerable<string> Sharing(NameIndex index, IReadOnlySet<string> changed)
    {
        var lexemes = index.AllPersons.Where(p => changed.Contains(p.Entity.Id)).SelectMany(Lexemes).ToHashSet();
        return lexemes.Count == 0 ? [] : index.AllPersons.Where(p => !changed.Contains(p.Entity.Id) && Lexemes(p).Any(lexemes.Contains)).Select(p => p.Entity.Id);
    }

    private static Dictionary<string, HashSet<(ulong, ushort)>> Forms(NameIndex index, HashSet<string> entities)
    {
        var persons = index.AllPersons.Where(p => entities.Contains(p.Entity.Id)).ToList();
        var forms = persons.SelectMany(Lexemes).Distinct().ToDictionary(lexeme => lexeme, _ => new List<(ulong, ushort)>());
        foreach (ref readonly var entry in index.Forms.All)
        {
            if (forms.TryGetValue(entry.Lexeme, out var of))
            {
                of.Add((entry.Key, entry.Cases));
            }
        }

        return persons.GroupBy(p => p.Entity.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.SelectMany(Lexemes).SelectMany(lexeme => forms[lexeme]).ToHashSet(), StringComparer.Ordinal);
    }

    private static IEnumerable<int> Lexemes(PersonEntry person) =>
        person.Surname.Concat(person.Given).Concat(person.Further).Append(person.Patronymic).Append(person.Counterpart).Where(lexeme => lexeme >= 0);
}
