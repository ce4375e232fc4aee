using System.Text.Json;
using LabelService.Engine.Model;

namespace LabelService.Engine.Tests.Candidates;

/// <summary>Rules of conditions inside conditions, and articles of the few words that they ask for, so that rules fire and nearly fire.</summary>
internal sealed class MadeUpRules(int seed)
{
    private static readonly string[] Words = ["куб", "Тетраэдр", "ледовый", "класс", "порт", "harbour", "ice-bound", "№", "12", "ЁЛКА", "д’Арк"];
    private static readonly string[] Disguised = ["к-уб", "тетра\u00ADэдр", "лeдовый", "кла\u0301сс", "ПОРТ", "Harbour", "ice\u2011bound", "ёлка", "елка", "д'арк"];
    private static readonly string[] Gaps = [" ", " ", " ", ", ", ". ", "\n\n", "-", " — ", "/"];
    private static readonly string[] Patterns = ["куб \\w{1,9} порт", "№ 12", "порт класс ледовый", "класс[: ]{1,3}порт", "harbour куб класс \\d", "(?i)ледовый класс порт"];
    private static readonly string[] Labels = ["World", "sport", " Мир ", "ПОРТ"];

    private readonly Random _random = new(seed);

    public string Rules(int count) => string.Concat(Enumerable.Range(0, count).Select(i =>
        $$"""

          - id: test.rule{{i}}
            status: on
            basis: [{ act: Invented act }]
            cases: cases.yaml
            when: {{Condition(3)}}
            require: [{ flag: { action: track, why: { en: worth knowing, ru: стоит знать } } }]
        """));

    public Article Article() => new()
    {
        Title = Chance(3) ? Text(3) : null,
        Lead = Chance(4) ? Text(4) : null,
        Body = Text(14),
        Format = Pick(Enum.GetValues<ArticleFormat>()),
        Kind = Chance(3) ? Pick(Enum.GetValues<ArticleKind>()) : ArticleKind.News,
        Section = Chance(2) ? Pick(Labels).ToLowerInvariant() : null,
        Tags = Chance(2) ? [Pick(Labels), Pick(Labels)] : null,
        Media = Chance(3) ? [new MediaItem { Kind = Pick(Enum.GetValues<MediaKind>()), Caption = Text(4) }] : null,
        Attributes = Chance(2) ? new Dictionary<string, JsonElement> { [Pick(["desk", "desk.chief", "Partner"])] = JsonDocument.Parse(Pick(["""{"chief":"a"}""", "\"a\"", "true", "null"])).RootElement } : null,
    };

    private string Condition(int depth) => (depth > 0 ? _random.Next(12) : _random.Next(3, 12)) switch
    {
        0 => $"{{ all: [{Condition(depth - 1)}, {Condition(depth - 1)}] }}",
        1 => $"{{ any: [{Condition(depth - 1)}, {Condition(depth - 1)}] }}",
        2 => $"{{ not: {Condition(depth - 1)} }}",
        3 => $"{{ terms: {{ any: ['{Phrase()}', '{Phrase()}'] }} }}",
        4 => $"{{ terms: {{ all: ['{Phrase()}', '{Phrase()}'], atLeast: {_random.Next(1, 3)} }} }}",
        5 => $"{{ terms: {{ any: ['{Phrase()}'], in: [{Pick(["title", "lead", "body", "captions"])}] }} }}",
        6 => $"{{ pattern: '{Pick(Patterns)}' }}",
        7 => $"{{ section: ['{Pick(Labels)}'] }}",
        8 => $"{{ tag: ['{Pick(Labels)}'] }}",
        9 => $"{{ kind: [{Pick(["opinion", "archive", "news"])}] }}",
        10 => $"{{ media: {{ kind: {Pick(["video", "image"])} }} }}",
        _ => $"{{ attribute: {{ name: {Pick(["desk.chief", "desk", "Partner"])}, {Pick(["exists: true", "equals: a", "exists: false"])} }} }}",
    };

    private string Phrase() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Pick(Words[..^4].Append(Words[8]).ToArray())));

    private string Text(int words) => string.Concat(Enumerable.Range(0, _random.Next(1, words)).Select(_ => (Chance(4) ? Pick(Disguised) : Pick(Words)) + Pick(Gaps))) + "a";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
