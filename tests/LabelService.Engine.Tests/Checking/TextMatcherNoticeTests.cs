using LabelService.Engine.Checking;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>What notices say of agents that no registry knows; every name is invented.</summary>
public sealed class TextMatcherNoticeTests
{
    private static readonly TextMatcher Matcher = new(Repository.Rules);

    [Theory]
    [InlineData("Травкиным Львом Олеговичем", "Травкина Льва Олеговича", "Травкин Лев Олегович")]
    [InlineData("ЗОЗУЛЕЙ АННОЙ ПЕТРОВНОЙ,", "ЗОЗУЛИ АННЫ ПЕТРОВНЫ", "ЗОЗУЛЯ АННА ПЕТРОВНА")]
    [InlineData("обществом с ограниченной ответственностью «Тихий ветер»", "общества с ограниченной ответственностью «Тихий ветер»", "общество с ограниченной ответственностью «Тихий ветер»")]
    [InlineData("Фондом «Снегирь»", "Фонда «Снегирь»", "Фонд «Снегирь»")]
    [InlineData("«СНЕГИРЬ.МЕДИА»", "«СНЕГИРЬ.МЕДИА»", "«СНЕГИРЬ.МЕДИА»")]
    [InlineData("North Wind LLC", "North Wind LLC", "North Wind LLC")]
    [InlineData("ТРАВКИ\u00ADНЫМ OЛЕГОМ", "ТРАВКИНА OЛЕГА", "ТРАВКИН ОЛЕГ")]
    public void Names_the_agent_of_the_official_form(string instrumental, string genitive, string name)
    {
        var notice = $"Настоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом {instrumental} либо касается деятельности иностранного агента {genitive}";

        Assert.Equal(name, Agent($"Лёд сошёл\n\n{notice}. 18+\n\nПорт открыт с понедельника."));
    }

    [Theory]
    [InlineData("Об этом рассказал Илья Травкин (признан иностранным агентом).", "Илья Травкин")]
    [InlineData("Об этом сообщили бывшему депутату Илье Травкину (признан в РФ иностранным агентом).", "Илья Травкин")]
    [InlineData("По словам Ольги Зозули (внесена в реестр иноагентов), ответа нет.", "Ольга Зозуля")]
    [InlineData("Певец Морозштерн (внесен Минюстом РФ в реестр иноагентов) высказался.", "Морозштерн")]
    [InlineData("Вчера Ольга Зимина (признана иностранным агентом) приехала.", "Ольга Зимина")]
    [InlineData("Иск подал Олег Зимин, признанный иностранным агентом, и его сосед.", "Олег Зимин")]
    [InlineData("Иск подали к Олегу Зимину, признанному иностранным агентом, и его соседу.", "Олег Зимин")]
    [InlineData("О. Б. Травкин (признан иностранным агентом) приехал.", "О. Б. Травкин")]
    [InlineData("Проект «Тихий ветер» (признан иностранным агентом) опубликовал обзор.", "Проект «Тихий ветер»")]
    [InlineData("Благотворительный фонд «Тихий ветер» (признан иностранным агентом) закрылся.", "Благотворительный фонд «Тихий ветер»")]
    [InlineData("Вещание телеканала «Ветер» (признан в РФ СМИ-иноагентом) прекращено.", "«Ветер»")]
    [InlineData("Quiet Wind (designated a \"foreign agent\" by the Russian Ministry of Justice) first reported it.", "Quiet Wind")]
    [InlineData("Journalist Vera Snow (designated a foreign agent by the Russian Ministry of Justice) said so.", "Vera Snow")]
    public void Names_the_agent_beside_a_remark(string sentence, string name) => Assert.Equal(name, Agent($"Лёд сошёл\n\n{sentence}\n\nПорт открыт с понедельника."));

    [Theory]
    [InlineData("По словам Ольги Зозули¹, ответа нет.", "¹ Признана иностранным агентом на территории Российской Федерации.", "Ольга Зозуля")]
    [InlineData("Ольга Зимина** приехала.", "** — признана в РФ иностранным агентом.", "Ольга Зимина")]
    [InlineData("Зимина* молчит. Но Ольга Зимина* приехала.", "* признана иностранным агентом", "Ольга Зимина")]
    public void Names_the_agent_of_a_footnote(string sentence, string footnote, string name) => Assert.Equal(name, Agent($"{sentence}\n\nПорт открыт с понедельника.\n\n{footnote}"));

    [Theory]
    [InlineData("Сетевое издание \"Тихий ветер\". 16+. Учредитель - АО \"Ветер\". Свидетельство о регистрации СМИ Эл № ФС77-00000.", "16+")]
    [InlineData("Сетевое издание «Тихий ветер» (12+). Главный редактор — Зимина О. Б.", "12+")]
    [InlineData("Учредитель: АО «Ветер», 18+, все права защищены.", "18+")]
    [InlineData("Сетевое издание пишет, что игрокам 16+ вход открыт.", null)]
    [InlineData("Вход для лиц 18+. Билеты в кассе.", null)]
    public void Finds_the_age_mark_of_an_imprint(string line, string? mark) =>
        Assert.Equal(mark, Matcher.Match(new MatchRequest($"Лёд сошёл\n\nПорт открыт с понедельника.\n\n{line}\n\nПорт стоит.")).AgeRating);

    private static string? Agent(string text) => Assert.Single(Matcher.Match(new MatchRequest(text)).Notices).AgentName;
}
