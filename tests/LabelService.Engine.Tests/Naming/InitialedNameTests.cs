using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

/// <summary>Registers that give no more of a person than surname and initials: nobody is certain by so little.</summary>
public class InitialedNameTests
{
    [Theory]
    [InlineData("Травкин П. И.")]
    [InlineData("П. И. Травкину")]
    [InlineData("П. Травкину")]
    [InlineData("Пётр Ильич Травкин")]
    [InlineData("Петром Травкиным")]
    [InlineData("Травкину Петру Ильичу")]
    public void Finds_the_name_in_all_forms(string form) =>
        Assert.Equal((form, NameReason.InitialsOnly), Find.One($"Это {form} знает.", Find.Person("Травкин П. И.")));

    [Theory]
    [InlineData("О. И. Травкин")]
    [InlineData("Олег Травкин")]
    [InlineData("Пётр Олегович Травкин")]
    public void Rejects_other_letters(string form) => Assert.Empty(Find.Counting($"Это {form} знает.", Find.Person("Травкин П. И.")));
}
