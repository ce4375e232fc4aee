using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Grammar;

public class PersonNameTests
{
    [Theory]
    [InlineData("Травкин Пётр Ильич", "Травкина Петра Ильича", "Травкину Петру Ильичу", "Травкина Петра Ильича", "Травкиным Петром Ильичом", "Травкине Петре Ильиче")]
    [InlineData("Лидия Фёдоровна Рощинская", "Лидии Фёдоровны Рощинской", "Лидии Фёдоровне Рощинской", "Лидию Фёдоровну Рощинскую", "Лидией Фёдоровной Рощинской", "Лидии Фёдоровне Рощинской")]
    [InlineData("Илья Луговой", "Ильи Лугового", "Илье Луговому", "Илью Лугового", "Ильей Луговым", "Илье Луговом")]
    [InlineData("Любовь Печерица", "Любови Печерицы", "Любови Печерице", "Любовь Печерицу", "Любовью Печерицей", "Любови Печерице")]
    [InlineData("Синий Марк Львович", "Синего Марка Львовича", "Синему Марку Львовичу", "Синего Марка Львовича", "Синим Марком Львовичем", "Синем Марке Львовиче")]
    public void Declines_all_six_cases(string name, params string[] oblique)
    {
        var cases = RussianNames.AllCases(name, EntityKind.Person, Gender.Unknown);

        Assert.Equal([name, .. oblique], cases[..6]);
    }

    [Theory]
    [InlineData("Лев Стрелец", "Львом Стрельцом")]
    [InlineData("Павел Жилинец", "Павлом Жилинцем")]
    [InlineData("Олег Кузнец", "Олегом Кузнецом")]
    [InlineData("Игорь Луженок", "Игорем Луженком")]
    [InlineData("Матвей Гудзий", "Матвеем Гудзием")]
    [InlineData("Роман Цой", "Романом Цоем")]
    [InlineData("Андрей Палевич", "Андреем Палевичем")]
    [InlineData("Савва Зозуля", "Саввой Зозулей")]
    [InlineData("Юрий Берия", "Юрием Берией")]
    [InlineData("Чарльз Грин", "Чарльзом Грином")]
    [InlineData("Чин Ман Дын", "Чин Ман Дыном")]
    [InlineData("Герман Рерих", "Германом Рерихом")]
    public void Declines_surnames_by_their_ending(string name, string instrumental) =>
        Assert.Equal(instrumental, RussianNames.Inflect(name, EntityKind.Person, Gender.Masculine, GrammaticalCase.Instrumental));

    [Theory]
    [InlineData("Остап Лозенко", "Остапа Лозенко")]
    [InlineData("Пётр Седых", "Петра Седых")]
    [InlineData("Денис Мягких", "Дениса Мягких")]
    [InlineData("Глеб Живаго", "Глеба Живаго")]
    [InlineData("Эмиль Дюма", "Эмиля Дюма")]
    [InlineData("Мария Палевич", "Марии Палевич")]
    [InlineData("Анна Коваль", "Анны Коваль")]
    [InlineData("Вера Гайдай", "Веры Гайдай")]
    public void Keeps_surnames_that_never_decline(string name, string genitive) =>
        Assert.Equal(genitive, RussianNames.Inflect(name, EntityKind.Person, Gender.Unknown, GrammaticalCase.Genitive));

    [Theory]
    [InlineData("Травкин Иван Иванович «Лесной»", "Травкиным Иваном Ивановичем «Лесной»")]
    [InlineData("Травкин Иван Иванович (псевдоним – Forest)", "Травкиным Иваном Ивановичем (псевдоним – Forest)")]
    [InlineData("ТРАВКИН ПАВЕЛ ЛЬВОВИЧ", "ТРАВКИНЫМ ПАВЛОМ ЛЬВОВИЧЕМ")]
    [InlineData("Травкин П. Л.", "Травкиным П. Л.")]
    [InlineData("П.Л. Травкин", "П.Л. Травкиным")]
    [InlineData("Мамедов Али Гасан оглы", "Мамедовым Али Гасан оглы")]
    [InlineData("John Smith", "John Smith")]
    [InlineData("Травкин-Зимин Олег", "Травкиным-Зиминым Олегом")]
    [InlineData("Олег Бонч-Зимин", "Олегом Бонч-Зиминым")]
    [InlineData("Анна-Мария Зимина", "Анной-Марией Зиминой")]
    public void Keeps_pseudonyms_capitals_initials_and_first_parts(string name, string instrumental) =>
        Assert.Equal(instrumental, RussianNames.Inflect(name, EntityKind.Person, Gender.Unknown, GrammaticalCase.Instrumental));

    [Theory]
    [InlineData("Олег Бонч-Зимин", "Олега Бонча-Зимина")]
    [InlineData("Павел Жилинец", "Павлом Жилинцом")]
    [InlineData("Анна Зимина", "Анною Зиминою")]
    [InlineData("Саша Левченко", "Сашей Левченко")]
    public void Recognises_rarer_forms(string name, string form) =>
        Assert.Contains(form, RussianNames.AllCases(name, EntityKind.Person, Gender.Unknown));

    [Theory]
    [InlineData("Рзаева Нигяр Гасан кызы", Gender.Feminine)]
    [InlineData("Палевич Анна Олеговна", Gender.Feminine)]
    [InlineData("Палевич Али Олегович", Gender.Masculine)]
    [InlineData("Саша Травкина", Gender.Feminine)]
    [InlineData("Саша Левченко", Gender.Unknown)]
    [InlineData("Никита Левченко", Gender.Masculine)]
    [InlineData("Нинель Левченко", Gender.Feminine)]
    [InlineData("Иван Щербина", Gender.Masculine)]
    [InlineData("", Gender.Unknown)]
    public void Guesses_the_gender(string name, Gender expected)
    {
        var guessed = RussianNames.GuessGender(name);

        Assert.Equal(expected, guessed);
    }

    [Fact]
    public void Keeps_what_depends_on_an_unknown_gender()
    {
        Assert.Equal("Сашу Палевич", RussianNames.Inflect("Саша Палевич", EntityKind.Person, Gender.Unknown, GrammaticalCase.Accusative));
        Assert.Equal("Сашу Палевича", RussianNames.Inflect("Саша Палевич", EntityKind.Person, Gender.Masculine, GrammaticalCase.Accusative));
        Assert.Contains("Сашу Палевича", RussianNames.AllCases("Саша Палевич", EntityKind.Person, Gender.Unknown));
    }

    [Theory]
    [InlineData(EntityKind.Person)]
    [InlineData(EntityKind.Media)]
    public void Keeps_any_text_in_the_nominative_and_never_throws(EntityKind kind)
    {
        var random = new Random(2108);
        var pieces = new[] { "лес", "Ов", "ий", "ИЧ", "-", " ", "«", "»", "\"", "(", ".", "оглы", "a", "7", "ь", "\ud83d\ude00", "ая", ",", "и", "'" };
        for (var i = 0; i < 3000; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));

            var cases = RussianNames.AllCases(name, kind, Gender.Unknown);

            Assert.Equal(name, cases[0]);
            Assert.InRange(cases.Length, 6, 6 + (3 * 6 * 16));
        }
    }
}
