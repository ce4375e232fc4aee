namespace LabelService.Engine.Tests.Reading;

/// <summary>Writes Markdown articles at random but repeatably.</summary>
internal sealed class MarkdownScribble(int seed)
{
    private static readonly string[] Words =
        ["word", "Слово", "agent", "иноагент", "18", "soft\u00ADhyphen", "😀", "«Север»", "end.", "&amp;", "&#128512;", "&nbsp;x", "\\*", "a_b", "&mdash;"];

    private readonly Random _random = new(seed);

    public string Markdown() => string.Concat(Enumerable.Range(0, 5).Select(_ => Block() + Pick("\n\n", "\r\n\r\n", "\n\n\n")));

    private string Block() => _random.Next(8) switch
    {
        0 => new string('#', 1 + _random.Next(4)) + " " + Phrase(),
        1 => "> " + Phrase() + "\n> " + Phrase() + Pick("", "\n>\n> " + Phrase()),
        2 => "- " + Phrase() + "\n- " + Phrase() + Pick("", "\n  - " + Phrase(), "\n\n  " + Phrase()),
        3 => "<div class='x'>\n<p>" + Phrase() + "</p>\n</div>",
        4 => "```\n" + Pick("one", "two  three") + "\n" + Pick("four", "five") + "\n```",
        5 => "| " + Phrase() + " | x |\n|---|---|\n| y | " + Phrase() + " |",
        _ => Phrase() + Pick("", "\n" + Phrase(), "  \n" + Phrase()),
    };

    private string Phrase() => "w" + _random.Next(100) + string.Concat(Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => " " + Piece()));

    private string Piece() => _random.Next(9) switch
    {
        0 => "*" + Word() + "*",
        1 => "**" + Word() + " " + Word() + "**",
        2 => "[" + Word() + "](https://example.org/)",
        3 => "`" + Pick("code", "co de") + "`",
        4 => "<b>" + Word() + "</b>",
        _ => Word(),
    };

    private string Word() => Pick(Words);

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
