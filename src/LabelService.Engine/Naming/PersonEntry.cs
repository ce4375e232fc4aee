using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>A person's name as lexemes, ready to be compared with the words of a text.</summary>
/// <param name="Surname">Its words in order; the last is the one by which it is found.</param>
/// <param name="Given">The words of the first given name; further ones may stand or be left out.</param>
/// <param name="Patronymic">-1 where the register gives none.</param>
internal sealed record PersonEntry(
    Entity Entity, ImmutableArray<int> Surname, ImmutableArray<int> Given, ImmutableArray<int> Further, int Patronymic,
    char GivenInitial, char PatronymicInitial, int Family, bool IsRare)
{
    /// <summary>Whether a registered name of given name and surname is all that the register has.</summary>
    public bool IsFull => Patronymic < 0;
}

/// <summary>Any other name as a sequence of lexemes.</summary>
internal sealed record TitleEntry(Entity Entity, ImmutableArray<int> Words, NameKind Kind, bool HasCapital, bool IsAcronym);
