using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;
using LabelService.Workflow.Registries.Names;

namespace LabelService.Workflow.Tests.Registries;

/// <summary>The oddities of the register's names, each with an invented person or body.</summary>
public sealed class NameReaderTests
{
    [Theory]
    [InlineData("Кротова Лада Игоревна", "Кротова Лада Игоревна", "", "")]
    [InlineData("Кротова  Лада\u00A0Игоревна ", "Кротова Лада Игоревна", "", "")]
    [InlineData("Бухтин Олег Петрович \"Дед Прибой\"", "Бухтин Олег Петрович", "Дед Прибой", "")]
    [InlineData("Бухтин Олег Петрович \"Наум Штиль, Blue Ice\"", "Бухтин Олег Петрович", "Наум Штиль;Blue Ice", "")]
    [InlineData("Бухтин Олег Петрович \"Priboyy (Прибойчик)\"", "Бухтин Олег Петрович", "Priboyy;Прибойчик", "")]
    [InlineData("Бухтин Олег Петрович (псевдоним - Дед Прибой)", "Бухтин Олег Петрович", "Дед Прибой", "")]
    [InlineData("Бухтин Олег Петрович (псевдоним – Priboyy (Прибойчик)", "Бухтин Олег Петрович", "Priboyy;Прибойчик", "")]
    [InlineData("Бухтин Олег Петрович \"Волнов\"", "Бухтин Олег Петрович", "Олег Волнов", "")]
    [InlineData("Бухтин Олег Петрович \"Face\"", "Бухтин Олег Петрович", "", "Face")]
    [InlineData("Кротова Лада Игоревна (Штильман)", "Кротова Лада Игоревна", "Штильман Лада Игоревна", "")]
    [InlineData("Кротова Лада-Мария (Кротова Людмила Игоревна)", "Кротова Лада-Мария", "Кротова Людмила Игоревна", "")]
    [InlineData("Бухтин Олег (Игнат) Петрович «Дед Прибой»", "Бухтин Олег Петрович", "Бухтин Игнат Петрович;Дед Прибой", "")]
    public void Reads_persons(string cell, string name, string aliases, string quoted)
    {
        var (kind, read) = Read(cell, EntityKind.Person);

        Assert.Equal((EntityKind.Person, name, aliases, quoted), (kind, read.Name, string.Join(';', read.Aliases), string.Join(';', read.QuotedAliases)));
    }

    [Theory]
    [InlineData("Общество с ограниченной  ответственностью «Тихий Риф»", "Общество с ограниченной ответственностью «Тихий Риф»", "", "Тихий Риф", null)]
    [InlineData("Фонд \"Тихий Риф\"", "Фонд «Тихий Риф»", "", "Тихий Риф", null)]
    [InlineData("Фонд «Союз «Тихий Риф»", "Фонд «Союз «Тихий Риф»", "", "Союз Тихий Риф;Тихий Риф", null)]
    [InlineData("Фонд \"Группа \"Тихий Риф\"", "Фонд «Группа «Тихий Риф»", "", "Группа Тихий Риф;Тихий Риф", null)]
    [InlineData("\"Общество с ограниченной ответственностью «Тихий Риф»", "Общество с ограниченной ответственностью «Тихий Риф»", "", "Тихий Риф", null)]
    [InlineData("Областное отделение партии пловцов «Тверь»", "Областное отделение партии пловцов «Тверь»", "", "", null)]
    [InlineData("Фонд «Голос – Поволжье»", "Фонд «Голос – Поволжье»", "", "", null)]
    [InlineData("Фонд «Новости»", "Фонд «Новости»", "", "", null)]
    [InlineData("Издание «Новости»", "Издание «Новости»", "", "Новости", null)]
    [InlineData("«Движение пловцов» (ДПЛ)", "«Движение пловцов»", "ДПЛ", "Движение пловцов", null)]
    [InlineData("Фонд «Тихий Риф» (прежнее наименование - Фонд «Громкий Мол»)", "Фонд «Тихий Риф»", "Фонд «Громкий Мол»", "Тихий Риф;Громкий Мол", null)]
    [InlineData("«Риф» («РИФФ», «Тихий/Риф», «Риф и Мол»)", "«Риф»", "Риф и Мол", "Риф;РИФФ;Тихий/Риф", null)]
    [InlineData("«Тихий Риф», «Мол-Инфо»", "«Тихий Риф», «Мол-Инфо»", "", "Тихий Риф;Мол-Инфо", null)]
    [InlineData("Фонд «Тихий Риф» (Quiet Reef Foundation)", "Фонд «Тихий Риф»", "Quiet Reef Foundation", "Тихий Риф", null)]
    [InlineData("Quiet Reef Society («Общество Тихий Риф») (США)", "Quiet Reef Society", "Общество Тихий Риф", "", "US")]
    [InlineData("Quiet Reef gGmbH, ФРГ", "Quiet Reef gGmbH", "", "", "DE")]
    [InlineData("SIA «Quiet Reef» («Тихий Риф»), Латвийская Республика", "SIA «Quiet Reef»", "Тихий Риф", "Quiet Reef", "LV")]
    [InlineData("Юридическое лицо, зарегистрированное в Латвийской Республике, SIA «Quiet Reef» (регистрационный номер 1, дата регистрации 10.06.2014)", "SIA «Quiet Reef»", "", "Quiet Reef", "LV")]
    [InlineData("Юридическое лицо «Quiet Reef Ltd», зарегистрированное в Риге, Латвийская Республика (дата регистрации 1.1.2015), являющееся администратором сайта reef.example", "«Quiet Reef Ltd»", "", "Quiet Reef Ltd", "LV")]
    [InlineData("Quiet Reef (Германия, Hafenstrasse 3, 20457 Hamburg)", "Quiet Reef", "", "", "DE")]
    public void Reads_bodies(string cell, string name, string aliases, string quoted, string? country)
    {
        var (_, read) = Read(cell, EntityKind.Organisation);

        Assert.Equal((name, aliases, quoted, country), (read.Name, string.Join(';', read.Aliases), string.Join(';', read.QuotedAliases), read.Country));
    }

    [Theory]
    [InlineData("Кротова Лада Игоревна", EntityKind.Person)]
    [InlineData("Штильман Олег", EntityKind.Person)]
    [InlineData("Рифов Анар Вагиф оглы", EntityKind.Person)]
    [InlineData("Бухтин Олег Петрович «Дед Прибой»", EntityKind.Person)]
    [InlineData("Телеканал Тихий Риф", EntityKind.Media)]
    [InlineData("Риф.Реалии", EntityKind.Media)]
    [InlineData("Фонд Пловцов", EntityKind.Organisation)]
    [InlineData("The Reef", EntityKind.Organisation)]
    [InlineData("Hidden.reef Ltd.", EntityKind.Organisation)]
    public void Guesses_the_kind_and_says_so(string cell, EntityKind expected)
    {
        var report = new ImportReport();

        var (kind, _) = NameReader.Read(new ExportRow("f", 4, cell, "01.01.2024"), isRussian: true, report);

        Assert.Equal(expected, kind);
        Assert.Contains(report.Odd, o => o.Oddity == Oddity.KindGuessed && o.Row == 4);
    }

    [Theory]
    [InlineData("Reef, Oliver James", EntityKind.Person, "Reef, Oliver James", "Oliver James Reef")]
    [InlineData("Quiet Reef, LLC", EntityKind.Organisation, "Quiet Reef, LLC", "")]
    [InlineData("Quiet Reef Broadcasting (QRB)", EntityKind.Organisation, "Quiet Reef Broadcasting", "QRB")]
    public void Reads_english_lists(string cell, EntityKind kind, string name, string aliases)
    {
        var (read, parts) = NameReader.Read(new ExportRow("f", 1, cell, "01/02/2024"), isRussian: false, new ImportReport());

        Assert.Equal((kind, name, aliases), (read, parts.Name, string.Join(';', parts.Aliases)));
    }

    [Theory]
    [InlineData("Кротова Лада Игоревна", Gender.Feminine)]
    [InlineData("Бухтин Олег Петрович «Дед Прибой»", Gender.Masculine)]
    public void Tells_the_gender(string cell, Gender gender) => Assert.Equal(gender, Read(cell, EntityKind.Person).Name.Gender);

    private static (EntityKind Kind, RegisterName Name) Read(string cell, EntityKind kind) =>
        NameReader.Read(new ExportRow("f", 4, cell, "01.01.2024") { Kind = kind }, isRussian: true, new ImportReport());
}
