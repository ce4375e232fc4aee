using System.Collections.Frozen;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Surnames in a stressed -ой. Their other cases are those of surnames in -ый and -ий («Толстым», «Крутым»), which are more, so only a
/// list tells them.
/// </summary>
internal static class StressedSurnames
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet((
        "толстой трубецкой шаховской крутой донской луговой полевой яровой лановой бережной береговой дикой босой косой кривой рябой чужой холостой седой молодой " +
        "золотой простой лихой глухой немой слепой хромой сухой большой меньшой степной лесной речной цветной верховой ржаной волконской оболенской кошевой " +
        "вороной гнедой удалой живой тупой худой скупой роговой становой ездовой крестовой боровой бронной стальной городской морской мирской").Split(' '));

    public static bool Contains(string surname) => Known.Contains(surname);
}
