using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>A person's name as lexemes, ready to be compared with the words of a text.</summary>
/// <param name="Surname">Its words in order; the last is the one by which it is found.</param>
/// <param name="Given">The words of the first given name; further ones may stand or be left out.</param>
/// <param name="Patronymic">-1 where the register gives none.</param>
/// <param name="Counterpart">The surname's forms for the other gender, by which namesakes are known; -1 where the gender is not known.</param>
internal sealed record PersonEntry(
    Entity Entity, ImmutableArray<int> Surname, ImmutableArray<int> Given, ImmutableArray<int> Further, int Patronymic,
    Initial GivenInitial, Initial PatronymicInitial, int Family, int Counterpart, Gender Gender, bool IsRare, bool IsCommon, bool IsLatin, bool IsAlias)
{
    /// <summary>Whether blanks part the words of the surname, not hyphens.</summary>
    public bool HasSpacedSurname { get; init; }
}
