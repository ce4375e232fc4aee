using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Support;

/// <summary>Valid objects for tests; every name in them is invented.</summary>
internal static class Some
{
    public const string Jurisdiction = "RU";

    public static CheckRequest Request(string body, Func<Article, Article>? with = null, DateOnly? asOf = null, params ReportPart[] include)
    {
        var article = new Article { Body = body };
        return new CheckRequest
        {
            Article = with is null ? article : with(article),
            AsOf = asOf,
            Include = include.Length == 0 ? null : [.. include],
        };
    }

    public static Entity Herald { get; } = new()
    {
        Id = "test:herald",
        Registry = "test-register",
        Kind = EntityKind.Media,
        Name = "Акционерное общество «Северный вестник»",
        NameEn = "Northern Herald JSC",
        Aliases = ["Северный вестник", "Northern Herald"],
        Domains = ["northern-herald.example"],
        Accounts = ["t.example/herald"],
        Listings = [new Listing(new DateOnly(2021, 10, 15), new DateOnly(2023, 8, 25), null, null)],
    };

    public static Entity Frost { get; } = new()
    {
        Id = "test:frost",
        Registry = "test-register",
        Kind = EntityKind.Media,
        Name = "Издание «Мороз»",
        QuotedAliases = ["Мороз"],
        Listings = [new Listing(new DateOnly(2022, 3, 1), null, null, null)],
    };

    public static Entity Writer { get; } = new()
    {
        Id = "test:writer",
        Registry = "test-register",
        Kind = EntityKind.Person,
        Name = "Кравцов Илья Аркадьевич",
        Gender = Gender.Masculine,
        Listings = [new Listing(new DateOnly(2022, 3, 1), null, null, null)],
    };

    public static Registry Register { get; } = new()
    {
        Id = "test-register",
        Jurisdiction = Jurisdiction,
        Title = ImmutableSortedDictionary<string, string>.Empty.Add("en", "Test register").Add("ru", "Пробный реестр"),
        Entities = [Herald, Frost, Writer],
    };

    public static AgeScale Scale { get; } = new(
        "ru-436fz",
        [
            new AgeMark("0+", []), new AgeMark("6+", []), new AgeMark("12+", ["для детей старше 12 лет"]),
            new AgeMark("16+", []), new AgeMark("18+", ["запрещено для детей"]),
        ]);

    public static ImmutableArray<NoticeForm> Forms { get; } =
    [
        Form("ru.statement", "ru", NoticeShape.Statement,
            "настоящий материал [информация] (произведен|распространен|направлен) [(и|или|произведен|распространен|направлен)] [(и|или)] [(и|или)] [(распространен|направлен)] иностранным агентом {subject} [либо касается деятельности иностранного агента {subject}]"),
        Form("en.statement", "en", NoticeShape.Statement,
            "this material [information] was produced [distributed] [and] [or] [sent] by a foreign agent of {subject} [or relates to the activities of a foreign agent of {subject}]"),
        Form("ru.nobody", "ru", NoticeShape.Statement, "данное сообщение [материал] создано [и] [или] распространено иностранным средством массовой информации выполняющим функции иностранного агента"),
        Form("ru.inline", "ru", NoticeShape.Inline, "(признан*|внес*) [минюстом] [в] [рф] [в] [реестр] (иностранным агентом|иноагент*|сми иноагент*)"),
        Form("ru.footnote", "ru", NoticeShape.Footnote, "признан* [в] [рф] иностранным агентом"),
        Form("en.footnote", "en", NoticeShape.Footnote, "{subject} is listed as a foreign agent in russia"),
    ];

    public static Pack Pack { get; } = new()
    {
        Id = "test-pack",
        Version = "1",
        Jurisdiction = Jurisdiction,
        Title = ImmutableSortedDictionary<string, string>.Empty.Add("en", "Test pack"),
        Notices = Forms,
        AgeScales = [Scale],
    };

    public static FactIndex Index { get; } = FactIndex.Build([Pack], [Register], []);

    private static NoticeForm Form(string id, string language, NoticeShape shape, string pattern) =>
        new() { Id = id, Type = "foreign-agent", Jurisdiction = Jurisdiction, Language = language, Shape = shape, Pattern = pattern };
}
