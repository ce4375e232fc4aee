using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

/// <summary>Surnames of several words that blanks part.</summary>
public class SpacedSurnameTests
{
    [Theory]
    [InlineData("Пётр Ильич Лунин Травкин", NameReason.AsRegistered)]
    [InlineData("Петра Ильича Лунина Травкина", NameReason.AsRegistered)]
    [InlineData("Лунин Травкин Пётр Ильич", NameReason.AsRegistered)]
    [InlineData("Пётр Лунин Травкин", NameReason.SharedName)]
    public void Finds_them_whole(string form, NameReason reason) =>
        Assert.Equal((form, reason), Find.One($"Это {form} знает.", Find.Person("Лунин Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Пётр Ильич Травкин")]
    [InlineData("Пётр Ильич Лунин")]
    [InlineData("Олег Лунин Травкин")]
    public void Takes_no_half_of_them_for_certain(string form) =>
        Assert.DoesNotContain(Find.All($"Это {form} знает.", Find.Person("Лунин Травкин Пётр Ильич")), h => h.Certainty == Certainty.Certain);

    [Fact]
    public void Keeps_a_hyphenated_surname_apart_from_two_words() =>
        Assert.DoesNotContain(Find.All("Это Пётр Ильич Лунин Травкин знает.", Find.Person("Лунин-Травкин Пётр Ильич")), h => h.Certainty == Certainty.Certain);
}
