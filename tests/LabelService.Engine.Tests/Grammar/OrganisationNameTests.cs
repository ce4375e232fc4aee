using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Grammar;

public class OrganisationNameTests
{
    [Theory]
    [InlineData("Акционерное общество «РС-Балт»", "Акционерным обществом «РС-Балт»", "Акционерного общества «РС-Балт»")]
    [InlineData("АКЦИОНЕРНОЕ ОБЩЕСТВО «РС-БАЛТ»", "АКЦИОНЕРНЫМ ОБЩЕСТВОМ «РС-БАЛТ»", "АКЦИОНЕРНОГО ОБЩЕСТВА «РС-БАЛТ»")]
    [InlineData("Автономная некоммерческая организация «Лес»", "Автономной некоммерческой организацией «Лес»", "Автономной некоммерческой организации «Лес»")]
    [InlineData("Общество с ограниченной ответственностью «Лес»", "Обществом с ограниченной ответственностью «Лес»", "Общества с ограниченной ответственностью «Лес»")]
    [InlineData("Фонд поддержки лесного дела", "Фондом поддержки лесного дела", "Фонда поддержки лесного дела")]
    [InlineData("Комитет лесной экономики", "Комитетом лесной экономики", "Комитета лесной экономики")]
    [InlineData("Региональная общественная организация помощи птицам", "Региональной общественной организацией помощи птицам", "Региональной общественной организации помощи птицам")]
    [InlineData("Санкт-Петербургское научно-исследовательское учреждение «Лес»", "Санкт-Петербургским научно-исследовательским учреждением «Лес»", "Санкт-Петербургского научно-исследовательского учреждения «Лес»")]
    [InlineData("Межрегиональный общественный фонд «Лес»", "Межрегиональным общественным фондом «Лес»", "Межрегионального общественного фонда «Лес»")]
    [InlineData("Организация общественная «Лес»", "Организацией общественной «Лес»", "Организации общественной «Лес»")]
    [InlineData("Общественная и просветительская организация «Лес»", "Общественной и просветительской организацией «Лес»", "Общественной и просветительской организации «Лес»")]
    [InlineData("Интернет-журнал и издательство «Лес»", "Интернет-журналом и издательством «Лес»", "Интернет-журнала и издательства «Лес»")]
    [InlineData("Редакция газеты «Лес»", "Редакцией газеты «Лес»", "Редакции газеты «Лес»")]
    [InlineData("Сетевое издание Forest.test", "Сетевым изданием Forest.test", "Сетевого издания Forest.test")]
    [InlineData("Лекторий «Лес»", "Лекторием «Лес»", "Лектория «Лес»")]
    [InlineData("Лесные истории", "Лесными историями", "Лесных историй")]
    [InlineData("Новости леса", "Новостями леса", "Новостей леса")]
    [InlineData("Северная власть", "Северной властью", "Северной власти")]
    [InlineData("Граждане за лес", "Гражданами за лес", "Граждан за лес")]
    [InlineData("Берёзовый рынок", "Берёзовым рынком", "Берёзового рынка")]
    public void Declines_the_leading_phrase(string name, string instrumental, string genitive)
    {
        Assert.Equal(instrumental, Inflect(name, GrammaticalCase.Instrumental));
        Assert.Equal(genitive, Inflect(name, GrammaticalCase.Genitive));
    }

    [Theory]
    [InlineData("АО «РС-Балт»")]
    [InlineData("ООО «Лес и поле»")]
    [InlineData("ЛБК")]
    [InlineData("SIA «Mežs»")]
    [InlineData("«Лесная газета»")]
    [InlineData("The Forest Times")]
    [InlineData("Радио Берёза")]
    [InlineData("")]
    public void Keeps_abbreviations_quoted_names_and_latin(string name) =>
        Assert.All(Enum.GetValues<GrammaticalCase>(), @case => Assert.Equal(name, Inflect(name, @case)));

    [Fact]
    public void Keeps_the_accusative_of_what_is_not_alive()
    {
        Assert.Equal("Лесной фонд", Inflect("Лесной фонд", GrammaticalCase.Accusative));
        Assert.Equal("Лесную газету", Inflect("Лесная газета", GrammaticalCase.Accusative));
        Assert.Equal("Свободные новости", Inflect("Свободные новости", GrammaticalCase.Accusative));
    }

    private static string Inflect(string name, GrammaticalCase @case) =>
        RussianNames.Inflect(name, EntityKind.Organisation, Gender.Unknown, @case);
}
