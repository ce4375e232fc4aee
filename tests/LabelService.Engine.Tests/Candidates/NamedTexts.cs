using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Candidates;

/// <summary>Articles that name invented persons and bodies in every way that a finder may read, and registers of them.</summary>
internal sealed class NamedTexts(int seed)
{
    private static readonly string[] Given = ["Пётр", "Олег", "Вера", "Зоран", "Ли", "Анна-Мария", "Ольга", "Семён", "Кирдан", "Савёл", "Савел"];
    private static readonly string[] Surnames = ["Травкин", "Луговой", "Травкина", "Бонч-Зимин", "Зимин", "О’Хара", "Полевой", "Семёнов", "Семенов", "ван Дик", "Лунин", "Дождь"];
    private static readonly string[] Patronymics = ["Ильич", "Лукич", "Ильинична", "Петровна"];
    private static readonly string[] Titles = ["Луг и поле", "Институт развития лугов", "ООО «Северный вестник»", "Голос Севера", "СИРЕНА", "Радио «Дождь»", "Полярный круг", "ТНК-ВР"];
    private static readonly string[] Plain = ["в порту", "на реке", "сказал", "Вчера", "и", "к", "начальник", "«Дождь»", "суд", "По данным", "Источник:", "2.5", "и/или", "example.org/lug", "т.е.", "https://t.me/lug2"];

    private readonly Random _random = new(seed);

    public Entity Entity(int number) => Chance(3) ? Body(number) : Person(number);

    public CheckRequest Article(IReadOnlyList<Entity> entities)
    {
        var words = Enumerable.Range(0, _random.Next(8, 40)).Select(_ => Chance(3) ? Mention(Pick(entities)) : Pick(Plain)).ToList();
        var body = string.Concat(words.Select(w => w + Pick([" ", " ", " ", " ", ". ", ", ", "\n", "\n\n", "-"])));
        var format = Pick(Enum.GetValues<ArticleFormat>());
        var text = format == ArticleFormat.Html ? string.Concat(body.Split("\n\n").Select(p => $"<p>{p}</p>")) : body;
        var article = new Article { Body = text, Format = format, Title = Chance(3) ? Mention(Pick(entities)) : null };
        return new CheckRequest
        {
            Article = article with
            {
                Authors = Chance(4) ? [new Party { Name = Mention(Pick(entities)), Url = Chance(2) ? "https://blog.lug3.example/a" : null }] : null,
                Source = Chance(6) ? new Party { Name = Mention(Pick(entities)) } : null,
            },
        };
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private Entity Person(int number)
    {
        var (given, surname) = (Pick(Given), Pick(Surnames));
        var name = _random.Next(5) switch { 0 => $"{surname} {given}", 1 => $"{surname} {given[0]}. {Pick(Patronymics)[0]}.", 2 => $"{given} {surname}", _ => $"{surname} {given} {Pick(Patronymics)}" };
        return New(number, EntityKind.Person, name) with
        {
            Aliases = Chance(5) ? ["Лесной Кот"] : [],
            Accounts = Chance(4) ? [$"t.me/lug{number % 4}"] : [],
            Domains = Chance(4) ? [$"lug{number % 4}.example"] : [],
        };
    }

    private Entity Body(int number) => New(number, EntityKind.Organisation, Pick(Titles)) with
    {
        QuotedAliases = Chance(3) ? ["Дождь"] : [],
        Domains = Chance(3) ? ["example.org"] : [],
        Accounts = Chance(3) ? ["example.org/lug"] : [],
    };

    private static Entity New(int number, EntityKind kind, string name) => new()
    {
        Id = $"x:{number}", Registry = "test-register", Kind = kind, Name = name, Listings = [new Listing(new DateOnly(2020, 1, 1), null, null, null)],
    };

    private string Mention(Entity entity)
    {
        var parts = entity.Name.Split(' ');
        var text = entity.Kind != EntityKind.Person ? (Chance(3) ? $"«{entity.Name}»" : entity.Name) : _random.Next(9) switch
        {
            0 => $"{parts[^1][0]}. {parts[0]}",
            1 => $"{parts[Math.Min(1, parts.Length - 1)][0]}. {Pick(Patronymics)[0]}. {parts[0]}",
            2 => $"{parts[0]} {parts[Math.Min(1, parts.Length - 1)][0]}.",
            3 => parts[0],
            4 => $"{Pick(Given)} {parts[0]}",
            5 => $"{parts[Math.Min(1, parts.Length - 1)]} {parts[0]}",
            6 => $"{parts[Math.Min(1, parts.Length - 1)]} {Pick(Patronymics)} {parts[0]}",
            7 => $"{parts[Math.Min(1, parts.Length - 1)]} {parts[0]}а",
            _ => entity.Name,
        };
        return Chance(4) ? Disguised(text) : text;
    }

    private string Disguised(string text)
    {
        var at = text.Length < 3 ? 0 : _random.Next(1, text.Length - 1);
        return _random.Next(9) switch
        {
            0 => text[..at] + "*" + text[Math.Min(text.Length, at + 1)..],
            1 => text[..at] + "-\n" + text[at..],
            2 => text[..at] + "." + text[at..],
            3 => string.Join(' ', text.ToCharArray()),
            4 => "#" + text.Replace(" ", "", StringComparison.Ordinal),
            5 => text.Replace('о', 'o').Replace('а', 'a'),
            6 => text[..at] + "\u200b" + text[at..],
            7 => text.Replace('о', '0').Replace('и', 'u'),
            _ => text.ToUpperInvariant(),
        };
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
