using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Grammar;

public sealed class NominativeNamesTests
{
    private static readonly ImmutableArray<GrammaticalCase> Open = [.. Enum.GetValues<GrammaticalCase>().Where(c => c != GrammaticalCase.Prepositional)];

    [Theory]
    [InlineData("Травкиным Иваном Ивановичем", "Травкин Иван Иванович")]
    [InlineData("ТРАВКИНЫМ ПАВЛОМ ЛЬВОВИЧЕМ", "ТРАВКИН ПАВЕЛ ЛЬВОВИЧ")]
    [InlineData("ольгой петровной зозулей", "ольга петровна зозуля")]
    [InlineData("Ильёй Жуком", "Илья Жук")]
    [InlineData("Львом Стрельцом", "Лев Стрелец")]
    [InlineData("Олегом Кузнецом", "Олег Кузнец")]
    [InlineData("Саввой Зозулей", "Савва Зозуля")]
    [InlineData("Юрием Палевичем", "Юрий Палевич")]
    [InlineData("Романом Вольским", "Роман Вольский")]
    [InlineData("Романом Луговым", "Роман Луговой")]
    [InlineData("Верой Дольской", "Вера Дольская")]
    [InlineData("Прокопчук Анной", "Прокопчук Анна")]
    [InlineData("Петром Седых", "Пётр Седых")]
    [InlineData("Остапом Лозенко", "Остап Лозенко")]
    [InlineData("Рамилем Хутовым", "Рамиль Хутов")]
    [InlineData("Травкиным-Зиминым Олегом", "Травкин-Зимин Олег")]
    [InlineData("Мамедовым Али Гасан оглы", "Мамедов Али Гасан оглы")]
    [InlineData("Травкиным П. Л.", "Травкин П. Л.")]
    public void Restores_persons_from_the_instrumental(string form, string name) =>
        Assert.Equal(name, NominativeNames.Restore([new NameForm(form, [GrammaticalCase.Instrumental])]));

    [Theory]
    [InlineData("АКЦИОНЕРНЫМ ОБЩЕСТВОМ «СЕВЕР»", "АКЦИОНЕРНОЕ ОБЩЕСТВО «СЕВЕР»")]
    [InlineData("обществом с ограниченной ответственностью «Ветер»", "общество с ограниченной ответственностью «Ветер»")]
    [InlineData("Фондом помощи «Ветер»", "Фонд помощи «Ветер»")]
    [InlineData("Фондом борьбы с ветром", "Фонд борьбы с ветром")]
    [InlineData("Автономной некоммерческой организацией «Маяк»", "Автономная некоммерческая организация «Маяк»")]
    [InlineData("Интернет-изданием «Мороз»", "Интернет-издание «Мороз»")]
    [InlineData("Общероссийским общественным движением «Ветер»", "Общероссийское общественное движение «Ветер»")]
    [InlineData("Правозащитным центром «Ветер»", "Правозащитный центр «Ветер»")]
    [InlineData("Журналом и издательством «Ветер»", "Журнал и издательство «Ветер»")]
    [InlineData("Ассоциацией «Ветер»", "Ассоциация «Ветер»")]
    [InlineData("Голосом Севера", "Голос Севера")]
    [InlineData("АНО «ПРАВОВОЙ ВЕТЕР»", "АНО «ПРАВОВОЙ ВЕТЕР»")]
    [InlineData("изданием The Wind", "издание The Wind")]
    [InlineData("NORTH WIND LTD", "NORTH WIND LTD")]
    public void Restores_bodies_from_the_instrumental(string form, string name) =>
        Assert.Equal(name, NominativeNames.Restore([new NameForm(form, [GrammaticalCase.Instrumental])]));

    [Theory]
    [InlineData("Луговой Анной", "Луговой Анны", "Лугова Анна")]
    [InlineData("Рябым Олегом", "Рябого Олега", "Рябой Олег")]
    [InlineData("Кузнецом", "Кузнеца", "Кузнец")]
    [InlineData("Зоркой Ритой", "Зорки Риты", "Зорка Рита")]
    public void Prefers_what_both_forms_come_from(string instrumental, string genitive, string name) => Assert.Equal(
        name, NominativeNames.Restore([new NameForm(instrumental, [GrammaticalCase.Instrumental]), new NameForm(genitive, [GrammaticalCase.Genitive])]));

    [Theory]
    [InlineData("Илье Травкину", Gender.Masculine, "Илья Травкин")]
    [InlineData("Ольги Зиминой", Gender.Unknown, "Ольга Зимина")]
    [InlineData("Александра Травкина", Gender.Feminine, "Александра Травкина")]
    [InlineData("Александра Травкина", Gender.Masculine, "Александр Травкин")]
    [InlineData("Зиминым", Gender.Unknown, "Зимин")]
    [InlineData("Морозштерн", Gender.Masculine, "Морозштерн")]
    [InlineData("Проект «Северный ветер»", Gender.Masculine, "Проект «Северный ветер»")]
    [InlineData("Проекту «Северный ветер»", Gender.Masculine, "Проект «Северный ветер»")]
    [InlineData("Татьяна Левченко", Gender.Feminine, "Татьяна Левченко")]
    public void Finds_the_case_where_the_text_leaves_it_open(string form, Gender gender, string name) =>
        Assert.Equal(name, NominativeNames.Restore([new NameForm(form, Open)], gender));

    [Fact]
    public void Restores_what_the_tables_decline()
    {
        string[] names = ["Лугинин Пётр Ильич", "Снегирёва Вера Павловна", "Дольский Марк", "Жилинец Павел", "Печерица Любовь", "Гудзий Матвей Олегович", "Ветрова-Зимина Ольга"];
        foreach (var name in names)
        {
            var forms = RussianNames.AllCases(name, EntityKind.Person, Gender.Unknown);

            Assert.All(Enum.GetValues<GrammaticalCase>().Where(c => c != GrammaticalCase.Prepositional), @case =>
                Assert.Equal(name, NominativeNames.Restore([new NameForm(forms[(int)@case], [@case])])));
        }
    }

    [Fact]
    public void Keeps_what_nothing_declines_into_and_never_throws()
    {
        var random = new Random(2108);
        var pieces = new[] { "лес", "Ов", "ым", "ИЧ", "-", " ", "«", "»", "\"", "(", ".", "оглы", "a", "7", "ь", "\ud83d\ude00", "ой", ",", "и", "'" };
        for (var i = 0; i < 500; i++)
        {
            var form = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.NotNull(NominativeNames.Restore([new NameForm(form, Open)]));
        }
    }
}
