using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

/// <summary>Names that stand one behind the other, in lists and lines: a given name and the next surname are nobody's name.</summary>
public class NameRowTests
{
    [Theory]
    [InlineData("Иванов Пётр Ильич\nТравкин Сергей Олегович")]
    [InlineData("1. Иванов Пётр Ильич\r\n2. Травкин Сергей Олегович")]
    [InlineData("Иванов Пётр\nТравкин Сергей")]
    [InlineData("Иванов Пётр Ильич Травкин Сергей Олегович")]
    [InlineData("Зимин Олег Лукич Иванов Пётр Ильич Травкин Сергей Олегович")]
    [InlineData("На снимке, который сделан в порту вчера, Иванов Пётр Ильич\nТравкин Сергей Олегович")]
    [InlineData("Сергей Травкин\nПётр Ильич Зимин")]
    [InlineData("Пришли Самир Травкин Пётр Иванов и другие.")]
    public void Takes_no_name_from_two_neighbours(string text) => Assert.Empty(Find.Counting(text, Find.Person("Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Заседание вели Самир Травко Пётр Иванов и другие.")]
    [InlineData("Самир Травко, Пётр Иванов")]
    public void Leaves_the_given_name_behind_a_surname_to_its_own(string text) => Assert.Empty(Find.Counting(text, Find.Person("Травко Пётр Ильич")));

    [Theory]
    [InlineData("Иванов Пётр Ильич Травкин Сергей Олегович Зимин Олег Лукич")]
    [InlineData("Вчера Сергей Олегович Травкин Пётр Ильич Зимин")]
    public void Leaves_a_row_that_can_be_read_both_ways_to_a_moderator(string text) =>
        Assert.All(Find.Counting(text, Find.Person("Травкин Пётр Ильич")), h => Assert.Equal(NameReason.NamesInRow, h.Reason));

    [Theory]
    [InlineData("Иванов Сергей Олегович Травкин Пётр Ильич", "Травкин Пётр Ильич")]
    [InlineData("Иванов Сергей Олегович\nТравкин Пётр Ильич\nЗимин Олег Лукич", "Травкин Пётр Ильич")]
    [InlineData("Травкин Пётр Ильич Зимин Олег Лукич", "Травкин Пётр Ильич")]
    [InlineData("Пётр Ильич Травкин Сергей Олегович Зимин", "Пётр Ильич Травкин")]
    [InlineData("Адвокат Петра Ильича Травкина Олег Зимин молчал.", "Петра Ильича Травкина")]
    [InlineData("Пришёл адвокат Петра Ильича Травкина Олег Лукич Зимин.", "Петра Ильича Травкина")]
    [InlineData("Вчера Пётр Ильич Травкин Олегу Лукичу позвонил.", "Пётр Ильич Травкин")]
    [InlineData("Заявление подписали капитан порта и его помощник Пётр Ильич\nТравкин, которых вчера видели.", "Пётр Ильич\nТравкин")]
    [InlineData("Заявление подписали капитан порта и его помощник Пётр\n    Ильич Травкин, которых вчера видели.", "Пётр\n    Ильич Травкин")]
    public void Finds_a_full_name_among_others(string text, string name) =>
        Assert.Equal((name, NameReason.AsRegistered), Find.One(text, Find.Person("Травкин Пётр Ильич")));
}
