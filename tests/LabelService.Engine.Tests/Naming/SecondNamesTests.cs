using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

/// <summary>What stands between given name and surname, or behind them.</summary>
public class SecondNamesTests
{
    [Theory]
    [InlineData("Пётр И. Травкин", NameReason.AsRegistered)]
    [InlineData("Петра И. Травкина", NameReason.AsRegistered)]
    [InlineData("Petr I. Travkin", NameReason.AsRegistered)]
    [InlineData("Petr Ilich Travkin", NameReason.AsRegistered)]
    [InlineData("Petr Ilyich Travkin", NameReason.SharedName)]
    [InlineData("Травкин, Пётр Ильич", NameReason.AsRegistered)]
    public void Finds_the_patronymic_in_full_or_by_its_letter(string form, NameReason reason) =>
        Assert.Equal((form, reason), Find.One($"Это {form} знает.", Find.Person("Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Пётр О. Травкин")]
    [InlineData("Petr S. Travkin")]
    [InlineData("Petr Sergeyevich Travkin")]
    [InlineData("Травкин Пётр Сергеевич")]
    [InlineData("Пётр Олегович Лужин")]
    public void Rejects_another_patronymic(string form) =>
        Assert.Empty(Find.Counting($"Это {form} знает.", Find.Person("Травкин Пётр Ильич", "Пётр Лужин") with { NameEn = "Petr Travkin" }));

    [Theory]
    [InlineData("Пришли Травкин, Пётр Ильич Зимин и другие.")]
    [InlineData("Пришли Травкин, Пётр и другие.")]
    public void Keeps_neighbours_behind_a_comma_apart(string text) =>
        Assert.DoesNotContain(Find.Counting(text, Find.Person("Травкин Пётр Ильич")), h => h.Kind != NameKind.Surname);

    [Fact]
    public void Leaves_the_letter_of_a_patronymic_beside_a_common_surname_to_a_moderator() =>
        Assert.Equal(("Пётр И. Иванов", NameReason.SharedName), Find.One("Это Пётр И. Иванов.", Find.Person("Иванов Пётр Ильич")));

    [Theory]
    [InlineData("Пётр Лужин", NameReason.KnownAlias)]
    [InlineData("Пётр Ильич Лужин", NameReason.AsRegistered)]
    [InlineData("Пётр Хенрик Лужин", NameReason.SharedName)]
    public void Knows_an_alias_only_as_far_as_it_goes(string form, NameReason reason) =>
        Assert.Equal((form, reason), Find.One($"Это {form} знает.", Find.Person("Травкин Пётр Ильич", "Пётр Лужин")));

    [Theory]
    [InlineData("Карл Хенрик Олаф Удман", NameReason.AsRegistered)]
    [InlineData("Карла Хенрика Олафа Удмана", NameReason.AsRegistered)]
    [InlineData("Карл Хенрик Удман", NameReason.SharedName)]
    [InlineData("Карл Удман", NameReason.SharedName)]
    [InlineData("Карл Ларс Удман", NameReason.SharedName)]
    public void Counts_all_given_names_of_the_register(string form, NameReason reason) =>
        Assert.Equal((form, reason), Find.One($"Это {form} знает.", Find.Person("Карл Хенрик Олаф Удман")));

    [Fact]
    public void Rejects_another_given_name_among_those_of_the_register() =>
        Assert.Empty(Find.Counting("Это Карл Хенрик Ларс Удман знает.", Find.Person("Карл Хенрик Олаф Удман")));

    [Theory]
    [InlineData("Ингвар Хольмебо")]
    [InlineData("Райан Смитфел")]
    [InlineData("Чжан Лунвэй")]
    [InlineData("Эраст Травкин")]
    public void Takes_no_name_for_rare_that_was_never_counted(string name) =>
        Assert.Equal((name, NameReason.SharedName), Find.One($"Это {name} сказал.", Find.Person(name)));

    [Theory]
    [InlineData("Пётр Травкин-Лужин уехал, Пётр Олегович Травкин-Лужин остался.")]
    [InlineData("Пётр Травкин-Лужин уехал, О. Травкин-Лужин остался.")]
    [InlineData("Пётр Хенрик Травкин-Лужин уехал.")]
    public void Takes_no_name_for_rare_where_the_text_names_another_bearer(string text) =>
        Assert.DoesNotContain(Find.All(text, Find.Person("Травкин-Лужин Пётр Ильич")), h => h.Certainty == Certainty.Certain);

    [Fact]
    public void Takes_two_names_of_one_person_for_one_bearer()
    {
        var person = Find.Person("Травкин Пётр Ильич", "Травкин Пётр Лукич");

        Assert.Contains(Find.All("Приехал Пётр Ильич Травкин. Травкин молчал.", person), h => h is { Kind: NameKind.Surname, Reason: NameReason.SurnameOnly });
        Assert.DoesNotContain(Find.All("Приехал Пётр Ильич Травкин. Травкин молчал.", person), h => h is { Kind: NameKind.Surname, Reason: NameReason.SharedSurname });
    }
}
