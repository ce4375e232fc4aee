using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Documenting;

/// <summary>One of the two languages in which rules are described.</summary>
internal sealed class Tongue
{
    public static readonly Tongue English = new("en");
    public static readonly Tongue Russian = new("ru");

    private static readonly CultureInfo Dates = CultureInfo.InvariantCulture;

    private Tongue(string code) => Code = code;

    public string Code { get; }

    public static Tongue In(string language) => language == Russian.Code ? Russian : English;

    public string Say(string english, string russian) => this == Russian ? russian : english;

    /// <summary>The text in this language, else in English, else in any.</summary>
    public string? Of(IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(Code) ?? texts.GetValueOrDefault(English.Code) ?? texts.Values.FirstOrDefault();

    public string Quote(string text) => this == Russian ? $"«{text}»" : $"“{text}”";

    public string Or(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + Say(" or ", " или ") + all[^1];
    }

    /// <summary>«7 февраля 2023», "7 February 2023".</summary>
    public string Day(DateOnly day) => this == Russian
        ? $"{day.Day} {RussianMonths[day.Month - 1]} {day.Year}"
        : day.ToString("d MMMM yyyy", Dates);

    /// <param name="until">The first day no longer in it.</param>
    public string Period(DateOnly? from, DateOnly? until) =>
        (from is { } first ? Say($" from {Day(first)}", $" с {Day(first)}") : "") + (until is { } last ? Say($" until {Day(last.AddDays(-1))}", $" по {Day(last.AddDays(-1))}") : "");

    public string Role(Role role) => role switch
    {
        Model.Role.Author => Say("author", "автор"),
        Model.Role.Publisher => Say("publisher", "издатель"),
        Model.Role.Source => Say("source", "источник"),
        Model.Role.Quoted => Say("quoted voice", "цитируется в статье"),
        Model.Role.Mentioned => Say("subject, being named in it", "назван в статье"),
        _ => Say("link target", "упомянут ссылкой"),
    };

    public string Kind(ArticleKind kind) => kind switch
    {
        ArticleKind.News => Say("news", "новость"),
        ArticleKind.Opinion => Say("an opinion", "мнение"),
        ArticleKind.Satire => Say("satire", "сатира"),
        ArticleKind.Advertisement => Say("an advertisement", "реклама"),
        ArticleKind.PressRelease => Say("a press release", "пресс-релиз"),
        ArticleKind.Review => Say("a review", "рецензия"),
        ArticleKind.Archive => Say("from the archive", "архивный материал"),
        _ => Say("a post of a social network", "запись в соцсети"),
    };

    public string Kind(EntityKind kind) => kind switch
    {
        EntityKind.Person => Say("a person", "человек"),
        EntityKind.Media => Say("a medium", "издание"),
        _ => Say("an organisation", "организация"),
    };

    public string Kind(MediaKind kind) => kind switch
    {
        MediaKind.Image => Say("a picture", "картинка"),
        MediaKind.Video => Say("a video", "видео"),
        MediaKind.Audio => Say("sound", "звук"),
        MediaKind.Embed => Say("something embedded", "вставка с другого сайта"),
        _ => Say("other media", "другое медиа"),
    };

    public string Part(ArticlePart part) => part switch
    {
        ArticlePart.Title => Say("in the title", "в заголовке"),
        ArticlePart.Lead => Say("in the lead", "в лиде"),
        ArticlePart.Body => Say("in the body", "в тексте"),
        _ => Say("in captions", "в подписях"),
    };

    public string Place(Placement placement) => placement switch
    {
        Placement.BeforeTitle => Say("before the title", "перед заголовком"),
        Placement.BeforeBody => Say("before the body", "перед текстом"),
        Placement.AfterBody => Say("after the body", "после текста"),
        Placement.AtMention => Say("behind the name, where it stands first", "за именем, где оно названо впервые"),
        _ => Say("on the picture, sound or video", "на картинке, в звуке или видео"),
    };

    private static readonly string[] RussianMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
}
