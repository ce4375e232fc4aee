using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

public sealed class FactFinderTests
{
    private const string Sample = """
        The harbour opens again after the winter

        The harbour opens again after the winter

        This material (information) was produced, distributed and (or) sent by a foreign agent of Northern Herald JSC or relates to the activities of a foreign agent of Northern Herald JSC. 18+

        The port authority said on Monday that ships are expected from next week and that the ice has gone from the bay.

        As TASS explains, the harbour was closed for the first time since 2018, and the town had to be supplied by rail.

        Source: Northern Herald

        You may also like

        Unlimited Access Plus
        """;

    [Fact]
    public void Counts_the_work_for_all_notices_of_an_article_together()
    {
        var article = ArticleReader.Read(Some.Request(Sample));
        var all = new WordingBudget();
        FactFinder.Find(article, Some.Index, budget: all);

        Assert.NotEqual(0, all.Taken);
        FactFinder.Find(article, Some.Index, budget: new WordingBudget(all.Taken));
        Assert.Equal("too-complex", Assert.Throws<CheckRefusedException>(() => FactFinder.Find(article, Some.Index, budget: new WordingBudget(all.Taken - 1))).Code);
    }

    [Fact]
    public void Finds_every_part_of_a_bare_text()
    {
        var facts = Find(Sample);

        Assert.Equal("The harbour opens again after the winter", facts.Parts.Title);
        Assert.Equal(
            [PartKind.Title, PartKind.RepeatedTitle, PartKind.Notice, PartKind.Text, PartKind.Text, PartKind.SourceLine, PartKind.NotArticle, PartKind.NotArticle],
            facts.Parts.Body);
    }

    [Fact]
    public void Finds_the_notice_with_its_subject()
    {
        var notice = Assert.Single(Find(Sample).Notices);

        Assert.Equal("en.statement", notice.Form.Id);
        Assert.Equal("Northern Herald JSC", notice.SubjectText);
        Assert.Equal("test:herald", Assert.Single(notice.Subjects).Id);
        Assert.True(notice.BeforeBody);
        Assert.StartsWith("This material", notice.Evidence.Quote, StringComparison.Ordinal);
        Assert.EndsWith("Northern Herald JSC.", notice.Evidence.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("The ice has gone at last.", false)]
    [InlineData("Ships may enter again.", true)]
    public void Lets_one_standfirst_stand_before_a_notice(string? lead, bool isBeforeBody)
    {
        const string Body = "Ships may enter again.\n\nThis material (information) was produced, distributed and (or) sent by a foreign agent of Northern Herald JSC "
            + "or relates to the activities of a foreign agent of Northern Herald JSC.\n\nThe pilots were the first to sail.";

        var facts = FactFinder.Find(ArticleReader.Read(Some.Request(Body, a => a with { Title = "The harbour opens", Lead = lead })), Some.Index);

        Assert.Equal(isBeforeBody, Assert.Single(facts.Notices).BeforeBody);
    }

    [Fact]
    public void Finds_the_source_the_age_mark_and_the_agency_cited()
    {
        var facts = Find(Sample);

        Assert.Equal("Northern Herald", facts.Source!.Name);
        Assert.Equal(SourceOrigin.SourceLine, facts.Source.Origin);
        Assert.Equal("test:herald", facts.Source.EntityId);
        Assert.Equal("Source: Northern Herald", facts.Source.Evidence.Quote);
        Assert.Equal("18+", Assert.Single(facts.AgeMarks).Value);
        Assert.Equal("TASS", Assert.Single(facts.Quoted).Name);
        var entity = Assert.Single(facts.Entities);
        Assert.Equal((Role.Source, true), (entity.Role, entity.Certain));
    }

    [Theory]
    [InlineData("Источник: Северный вестник", "Северный вестник")]
    [InlineData("Источник — «Северный вестник»", "Северный вестник")]
    [InlineData("ИСТОЧНИК — РИА Новости", "РИА Новости")]
    [InlineData("Источник информации: пресс-служба мэрии", "пресс-служба мэрии")]
    [InlineData("По материалам Северного вестника", "Северного вестника")]
    [InlineData("Перепечатка: «Новая волна»", "Новая волна")]
    [InlineData("via The Polar Times", "The Polar Times")]
    [InlineData("Emma Stone-Grey via The Polar Times", "The Polar Times")]
    [InlineData("(Source: harbor-news.example)", "harbor-news.example")]
    [InlineData("Фото: Reuters. Источник: Deutsche Welle", "Deutsche Welle")]
    [InlineData("Източник: БТА", "БТА")]
    [InlineData("Quelle: dpa", "dpa")]
    public void Finds_the_source_line(string line, string name)
    {
        var facts = Find($"Headline of the day\n\nA text of some length that ends with a stop.\n\n{line}");

        Assert.Equal(name, facts.Source?.Name);
        Assert.Equal(PartKind.SourceLine, facts.Parts.Body[^1]);
    }

    [Theory]
    [InlineData("Source code was published on Friday by the team that wrote it.")]
    [InlineData("By the source of the river there stands a house.")]
    [InlineData("Источник в правительстве сообщил, что решение принято.")]
    [InlineData("Фото: Reuters")]
    public void Finds_no_source_in_a_sentence(string line)
    {
        Assert.Null(Find($"Headline of the day\n\nA text of some length that ends with a stop.\n\n{line}").Source);
    }

    [Theory]
    [InlineData("18+", "18+")]
    [InlineData("(16+)", "16+")]
    [InlineData("[12+]", "12+")]
    [InlineData("0+ | Реклама", "0+")]
    [InlineData("Возрастное ограничение: 6+", "6+")]
    [InlineData("Age rating: 12+", "12+")]
    [InlineData("Запрещено для детей", "18+")]
    public void Finds_an_age_mark(string line, string value)
    {
        Assert.Equal(value, Assert.Single(Find($"Headline of the day\n\n{line}\n\nA text of some length that ends with a stop.").AgeMarks).Value);
    }

    [Theory]
    [InlineData("Вакцинировать можно теперь лиц 18+ (ранее 18-60 лет).")]
    [InlineData("Время публикации 2021-03-04T12:16+03:00.")]
    [InlineData("В команде играют спортсмены в возрасте 16+, сообщил тренер.")]
    [InlineData("The group of 18+ players is growing")]
    [InlineData("Call +7 495 000 00 18+")]
    public void Finds_no_age_mark_where_people_are_counted(string line)
    {
        Assert.Empty(Find($"Headline of the day\n\n{line}\n\nA text of some length that ends with a stop.").AgeMarks);
    }

    [Theory]
    [InlineData("НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЕН, РАСПРОСТРАНЕН И (ИЛИ) НАПРАВЛЕН ИНОСТРАННЫМ АГЕНТОМ АКЦИОНЕРНЫМ ОБЩЕСТВОМ «СЕВЕРНЫЙ ВЕСТНИК» ЛИБО КАСАЕТСЯ ДЕЯТЕЛЬНОСТИ ИНОСТРАННОГО АГЕНТА АКЦИОНЕРНОГО ОБЩЕСТВА «СЕВЕРНЫЙ ВЕСТНИК»", "test:herald")]
    [InlineData("Настоящий материал (информация) произведён и распространён иностранным агентом АО \"Северный вестник\", либо касается деятельности иностранного агента АО \"Северный вестник\". 18+", "test:herald")]
    [InlineData("Настоящий\u00A0мате\u00ADриал (информация) произведен, распространен и (или) направлен иностранным агентом Кравцовым Ильёй Аркадьевичем либо касается деятельности иностранного агента Кравцова Ильи Аркадьевича", "test:writer")]
    [InlineData("НАСТOЯЩИЙ МАТЕРИАЛ ПРОИЗВЕДЕН И РАСПРОСТРАНЕН ИНОСТРАННЫМ АГЕНТОМ ИЗДАНИЕМ «МОРОЗ»", "test:frost")]
    public void Finds_the_subject_of_an_official_notice(string notice, string entity)
    {
        var found = Assert.Single(Find($"Заголовок дня\n\n{notice}\n\nТекст статьи, который кончается точкой.").Notices);

        Assert.Equal("ru.statement", found.Form.Id);
        Assert.Contains(found.Subjects, e => e.Id == entity);
    }

    [Fact]
    public void Finds_that_a_notice_names_somebody_unlisted()
    {
        var found = Assert.Single(Find("Настоящий материал произведен иностранным агентом ООО «Южный курьер»\n\nТекст.").Notices);

        Assert.Equal("ООО «Южный курьер»", found.SubjectText);
        Assert.Empty(found.Subjects);
    }

    [Fact]
    public void Finds_a_remark_in_brackets_and_whom_it_is_about()
    {
        var found = Assert.Single(Find("Заголовок\n\nГазета «Северный вестник» (признан в РФ СМИ-иноагентом) сообщила об этом вчера вечером.").Notices);

        Assert.Equal("(признан в РФ СМИ-иноагентом)", found.Evidence.Quote);
        Assert.Equal("test:herald", Assert.Single(found.Subjects).Id);
    }

    [Fact]
    public void Finds_a_footnote_and_whom_its_mark_stands_behind()
    {
        var found = Assert.Single(Find("Заголовок\n\nОб этом пишет «Северный вестник»* в новом номере, который вышел вчера.\n\n* — признано в РФ иностранным агентом.").Notices);

        Assert.Equal("ru.footnote", found.Form.Id);
        Assert.Equal("test:herald", Assert.Single(found.Subjects).Id);
    }

    [Theory]
    [InlineData("Минюст признал иноагентом политолога и внёс в перечень нежелательных организаций НКО")]
    [InlineData("Суд решил, что требование писать «настоящий материал произведен иностранным агентом» законно.")]
    public void Finds_no_notice_in_news_about_notices(string text)
    {
        Assert.Empty(Find($"Заголовок дня\n\n{text}\n\nТекст статьи, который кончается точкой.").Notices);
    }

    [Theory]
    [InlineData("Мороз ударил по посевам в трёх областях.", 0)]
    [InlineData("Об этом пишет издание Мороз со ссылкой на документы.", 1)]
    [InlineData("Об этом пишет «Мороз» со ссылкой на документы.", 1)]
    public void Counts_an_ordinary_word_only_in_quotes_or_behind_a_class_word(string text, int count)
    {
        Assert.Equal(count, Find($"Заголовок\n\n{text}\n\nЕщё один абзац текста.").Entities.Length);
    }

    [Fact]
    public void Leaves_given_name_and_surname_to_a_moderator()
    {
        var fact = Assert.Single(Find("Заголовок\n\nИлья Кравцов рассказал о книге.\n\nЕщё абзац.").Entities);

        Assert.False(fact.Certain);
        Assert.Equal(Role.Mentioned, fact.Role);
    }

    [Fact]
    public void Keeps_teasers_out_of_what_the_article_speaks_of()
    {
        var facts = Find("Headline of the day\n\nA text of some length that ends with a stop.\n\nRead also\n\nNorthern Herald: ten years on\n\nSubscribe now");

        Assert.Empty(facts.Entities);
    }

    [Fact]
    public void Finds_a_host_in_running_text_but_no_longer_host()
    {
        Assert.Equal(Role.Linked, Assert.Single(Find("Headline\n\nMore at https://www.northern-herald.example/a/b today.").Entities).Role);
        Assert.Empty(Find("Headline\n\nMore at https://not-northern-herald.example/a and northern-herald.example.test today.").Entities);
    }

    internal static ArticleFacts Find(string body, Func<Article, Article>? with = null) =>
        FactFinder.Find(ArticleReader.Read(Some.Request(body, with)), Some.Index);
}
