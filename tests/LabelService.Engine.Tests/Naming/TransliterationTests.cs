using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class TransliterationTests
{
    [Theory]
    [InlineData("пётр", "petr pyotr piotr")]
    [InlineData("петр", "petr pyotr")]
    [InlineData("семён", "semen semyon semion")]
    [InlineData("фёдор", "fedor fyodor fiodor")]
    [InlineData("артем", "artem artyom")]
    [InlineData("алексей", "aleksei alexei aleksey alexey")]
    [InlineData("максим", "maksim maxim")]
    [InlineData("ксения", "ksenia ksenija xenia kseniya")]
    [InlineData("александр", "aleksandr alexander")]
    [InlineData("киселёв", "kiselev kiselyov")]
    [InlineData("горбачёв", "gorbachev gorbachyov gorbachov")]
    [InlineData("воробьёв", "vorobyov vorobiev vorobyev")]
    [InlineData("алёна", "alena alyona")]
    public void Spells_a_name_as_the_press_does(string word, string spellings) =>
        Assert.Subset(Transliteration.Spell(word).ToHashSet(), spellings.Split(' ').ToHashSet());

    [Theory]
    [InlineData("Травкин Пётр Ильич", "Pyotr Travkin")]
    [InlineData("Травкин Петр Ильич", "Pyotr Travkin")]
    [InlineData("Травкин Алексей Ильич", "Alexei Travkin")]
    [InlineData("Travkin, Petr", "Pyotr Travkin")]
    [InlineData("Pyotr Travkin", "Petr Travkin")]
    [InlineData("Alexey Travkin", "Aleksei Travkin")]
    [InlineData("Maxim Travkin", "Maksim Travkin")]
    [InlineData("Semyon Travkin", "Semen Travkin")]
    [InlineData("Fyodor Travkin", "Fedor Travkin")]
    public void Finds_a_person_by_another_spelling_of_the_given_name(string registered, string form) =>
        Assert.Contains(Find.Counting($"The letter of {form} came.", Find.Person(registered)), h => h.Kind is NameKind.GivenAndSurname or NameKind.Registered);

    [Theory]
    [InlineData("John Wintermoor", "Jon Wintermoor")]
    [InlineData("Maxim Travkin", "Max Travkin")]
    [InlineData("Peter Travkin", "Pyotr Travkin")]
    public void Keeps_other_given_names_apart(string registered, string form) =>
        Assert.DoesNotContain(Find.Counting($"The letter of {form} came.", Find.Person(registered)), h => h.Kind is NameKind.GivenAndSurname or NameKind.Registered);
}
