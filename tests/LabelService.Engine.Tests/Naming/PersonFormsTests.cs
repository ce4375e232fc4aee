using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class PersonFormsTests
{
    [Theory]
    [InlineData("Травкин Пётр Ильич", "Травкина Петра Ильича")]
    [InlineData("Травкин Пётр Ильич", "Петром Ильичом Травкиным")]
    [InlineData("Рощинская Лидия Фёдоровна", "Лидии Федоровне Рощинской")]
    [InlineData("Вера Ильинична Гайдай", "Верой Ильиничной Гайдай")]
    [InlineData("Мягких Денис Олегович", "Дениса Олеговича Мягких")]
    [InlineData("Олег Павлович Бонч-Зимин", "Олегом Павловичем Бонч-Зиминым")]
    [InlineData("Остап Лукич Лозенко", "Лозенко Остапу Лукичу")]
    public void Finds_full_names_in_any_case_and_order(string registered, string form) =>
        Assert.Equal((form, NameReason.AsRegistered), Find.One($"Вчера видели {form} в порту.", Find.Person(registered)));

    [Theory]
    [InlineData("Травкин Пётр Ильич", "Петру Травкину")]
    [InlineData("Травкин Пётр Ильич", "Травкина Петра")]
    [InlineData("Травкин Пётр Ильич", "ПЕТР ТРАВКИН")]
    [InlineData("Анна-Мария Зимина", "Анной-Марией Зиминой")]
    [InlineData("Карл Удман", "Карла Хенрика Удмана")]
    [InlineData("Травкин Пётр Ильич", "Petr Travkin")]
    [InlineData("Рощинская Лидия Фёдоровна", "Lidiya Roshchinskaya")]
    [InlineData("John Wintermoor", "John Wintermoor")]
    public void Leaves_given_name_and_surname_to_a_moderator(string registered, string form) =>
        Assert.Equal((form, NameReason.SharedName), Find.One($"Вчера {form} был в порту.", Find.Person(registered)));

    [Theory]
    [InlineData("П. И. Травкин")]
    [InlineData("П.И. Травкина")]
    [InlineData("П. Травкину")]
    [InlineData("Травкиным П. И.")]
    [InlineData("Травкин П.")]
    public void Finds_initials_on_either_side(string form) =>
        Assert.Equal((form, NameReason.InitialsOnly), Find.One($"Это {form} знает.", Find.Person("Травкин Пётр Ильич")));

    [Fact]
    public void Finds_a_surname_alone_as_the_weakest_evidence() =>
        Assert.Equal(("Травкиным", NameReason.SurnameOnly), Find.One("Документ подписан Травкиным накануне.", Find.Person("Травкин Пётр Ильич")));

    [Fact]
    public void Takes_a_rare_name_without_namesakes_as_certain() =>
        Assert.Equal(("Петре Травкине-Лужине", NameReason.RareName), Find.One("Речь о Петре Травкине-Лужине.", Find.Person("Пётр Травкин-Лужин")));

    [Fact]
    public void Finds_an_english_possessive() =>
        Assert.Equal(("John Wintermoor", NameReason.SharedName), Find.One("This is John Wintermoor's letter.", Find.Person("John Wintermoor")));

    [Fact]
    public void Finds_a_pseudonym_as_certain() =>
        Assert.Equal(("Лесного Кота", NameReason.KnownAlias), Find.One("Песни Лесного Кота поют все.", Find.Person("Травкин Пётр Ильич", "Лесной Кот")));
}
