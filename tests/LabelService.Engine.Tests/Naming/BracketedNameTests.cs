using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

/// <summary>Registered names with a further surname or a pseudonym in brackets or quotes.</summary>
public class BracketedNameTests
{
    [Theory]
    [InlineData("Травкин (Лужин) Пётр Ильич", "Травкин Пётр Ильич|Registered", "Лужин Пётр Ильич|Registered")]
    [InlineData("Травкина (Лужина, Зимина) Лидия Олеговна", "Травкина Лидия Олеговна|Registered", "Лужина Лидия Олеговна|Registered", "Зимина Лидия Олеговна|Registered")]
    [InlineData("Травкина (до брака Лужина) Лидия Олеговна", "Травкина Лидия Олеговна|Registered", "Лужина Лидия Олеговна|Registered")]
    [InlineData("Травкин Пётр Ильич («Луг»)", "Травкин Пётр Ильич|Registered")]
    [InlineData("Травкин Пётр «Луг» Ильич", "Травкин Пётр Ильич|Registered")]
    [InlineData("Травкин Пётр Ильич (псевдоним Луг", "Травкин Пётр Ильич|Registered")]
    [InlineData("Травкин Пётр Ильич, (Луг)", "Травкин Пётр Ильич|Registered")]
    [InlineData("Травкин (Луг)", "Травкин|QuotedPart")]
    [InlineData("Луг (Травкин Пётр Ильич)", "Луг|QuotedPart", "Травкин Пётр Ильич|Registered")]
    [InlineData("Лугштерн", "Лугштерн|Registered")]
    public void Gives_the_names_of_an_entry(string registered, params string[] names) =>
        Assert.Equal(names, BracketedName.All(registered).Select(n => $"{n.Name}|{n.Kind}"));

    [Theory]
    [InlineData("Пётр Ильич Травкин")]
    [InlineData("Петром Ильичом Лужиным")]
    public void Finds_the_bearer_by_either_surname(string form) =>
        Assert.Equal((form, NameReason.AsRegistered), Find.One($"Это {form} знает.", Find.Person("Травкин (Лужин) Пётр Ильич")));

    [Theory]
    [InlineData("Травкин (Лужин) Пётр Ильич")]
    [InlineData("Травкин («Луг»)")]
    public void Takes_no_surname_for_the_registered_name(string registered) =>
        Assert.DoesNotContain(Find.All("Приехал Травкин, а Лужин уехал.", Find.Person(registered)), h => h.Certainty == Certainty.Certain);
}
