using System.Net;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Support;

/// <summary>Makes articles as newsrooms have them: any parts in any usual order, in any format, with and without what they must carry.</summary>
internal sealed class ArticleGenerator(int seed, IReadOnlyList<Entity> entities)
{
    private static readonly string[] Sentences =
    [
        "Ships are expected from next week, the port authority said.", "The ice has gone from the bay & nobody had hoped for it so early.",
        "«Мы ждали этого дня», — сказал начальник порта.", "Два судна уже стоят на рейде 😀 у входа в бухту.", "As TASS explains, the harbour was closed since 2018.",
        "Цены на рыбу выросли на 12 % за месяц.", "He paid 5 < 6 roubles > 4 for it.", "The mayor\u00A0has not com\u00ADmented yet.", "По данным Reuters, спрос растёт.",
    ];

    private static readonly string[] Titles = ["Ice leaves the bay", "Порт открывается после зимы", "What 18+ means for sailors?", "Суд «Полярный» вышел в море"];
    private static readonly string[] Teasers = ["You may also like", "Read also", "Читайте также", "Subscribe"];

    private readonly Random _random = new(seed);

    public CheckRequest Next()
    {
        var format = Pick(Enum.GetValues<ArticleFormat>());
        var title = Pick(Titles);
        var named = Pick(entities);
        var other = Pick(entities);
        var lines = new List<(string Tag, string Text)>();
        var titleField = Chance(3);
        if (!titleField || Chance(2))
        {
            lines.Add(("h1", title));
        }

        if (Chance(3))
        {
            lines.Add(("h1", title));
        }

        if (Chance(2))
        {
            lines.Add(("p", Notice(Chance(4) ? other : named) + (Chance(2) ? " " + Mark() : "")));
        }

        if (Chance(4))
        {
            lines.Add(("p", Mark()));
        }

        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            lines.Add(("p", Paragraph(other)));
        }

        if (Chance(8))
        {
            lines.Add(("p", Notice(named)));
        }

        var sourceField = Chance(4);
        if (!sourceField && Chance(2))
        {
            lines.Add(("p", Pick(["Source: ", "Источник: ", "По материалам "]) + Name(named)));
        }

        if (Chance(2))
        {
            lines.Add(("p", Pick(Teasers)));
            lines.Add(("p", "Ten places to see ice"));
        }

        var article = new Article
        {
            Body = Join(lines, format),
            Format = format,
            Title = titleField ? title : null,
            Lead = Chance(6) ? Pick(Sentences) : null,
            Source = sourceField ? new Party { Name = Name(named) } : null,
        };
        return new CheckRequest { Article = article, AsOf = Day(), Include = [ReportPart.Labelled] };
    }

    private DateOnly? Day() => Chance(5) ? null : new DateOnly(2020, 6, 1).AddDays(_random.Next(0, 5 * 365));

    private string Paragraph(Entity entity)
    {
        var text = string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(Sentences)));
        return Chance(4) ? $"{text} Об этом пишет {Name(entity)} в новом номере." : text;
    }

    private string Name(Entity entity) => Pick([entity.Name, entity.NameEn ?? entity.Name, entity.Aliases.FirstOrDefault() ?? entity.Name]);

    private string Notice(Entity entity) => Pick(
    [
        $"This material (information) was produced, distributed and (or) sent by a foreign agent of {entity.NameEn ?? entity.Name} or relates to the activities of a foreign agent of {entity.NameEn ?? entity.Name}.",
        $"НАСТОЯЩИЙ МАТЕРИАЛ (ИНФОРМАЦИЯ) ПРОИЗВЕДЕН И РАСПРОСТРАНЕН ИНОСТРАННЫМ АГЕНТОМ {entity.Name.ToUpperInvariant()} ЛИБО КАСАЕТСЯ ДЕЯТЕЛЬНОСТИ ИНОСТРАННОГО АГЕНТА {entity.Name.ToUpperInvariant()}",
        "ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ) СОЗДАНО И (ИЛИ) РАСПРОСТРАНЕНО ИНОСТРАННЫМ СРЕДСТВОМ МАССОВОЙ ИНФОРМАЦИИ, ВЫПОЛНЯЮЩИМ ФУНКЦИИ ИНОСТРАННОГО АГЕНТА, И (ИЛИ) РОССИЙСКИМ ЮРИДИЧЕСКИМ ЛИЦОМ, ВЫПОЛНЯЮЩИМ ФУНКЦИИ ИНОСТРАННОГО АГЕНТА",
    ]);

    private string Mark() => Pick(["18+", "12+", "(16+)", "Возрастное ограничение: 18+"]);

    private string Join(List<(string Tag, string Text)> lines, ArticleFormat format) => format switch
    {
        ArticleFormat.Html => string.Join(Pick(["", "\n", "\r\n  "]), lines.Select(l => $"<{l.Tag}{Pick(["", " class=\"x\""])}>{Pick(["", " ", "<!-- c -->"])}{Encode(l.Text)}</{l.Tag}>")),
        ArticleFormat.Markdown => string.Join("\n\n", lines.Select(l => (l.Tag == "h1" ? "# " : "") + l.Text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal))),
        _ => string.Join(Pick(["\n", "\n\n", "\r\n\r\n"]), lines.Select(l => l.Text)),
    };

    private string Encode(string text)
    {
        var encoded = Chance(2) ? WebUtility.HtmlEncode(text) : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        var space = encoded.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Chance(2) ? $"<b>{encoded[..space]}</b>{encoded[space..]}" : encoded;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
