using LabelService.Engine.Matching;

namespace LabelService.Engine.Tests.Matching;

public sealed class PhraseIndexTests
{
    [Theory]
    [InlineData("Northern Herald", "the NORTHERN  herald wrote", "NORTHERN  herald")]
    [InlineData("Northern Herald", "the Northern-Herald wrote", "Northern-Herald")]
    [InlineData("Пётр Ёлкин", "говорит Петр «Елкин»", "Петр «Елкин")]
    [InlineData("Росток", "Рос\u00ADток растёт", "Рос\u00ADток")]
    [InlineData("Росток", "Pосток растёт", "Pосток")]
    [InlineData("Сергей", "Серге\u0438\u0306 пришёл", "Серге\u0438\u0306")]
    [InlineData("ab.example", "see ab.example/x", "ab.example")]
    public void Finds_a_phrase_in_every_writing(string phrase, string text, string expected)
    {
        var hit = Assert.Single(Find(text, phrase));

        Assert.Equal(expected, text[hit.Start..hit.End]);
    }

    [Theory]
    [InlineData("Northern Herald", "Northern. Herald")]
    [InlineData("Northern Herald", "Northern, Herald")]
    [InlineData("Northern Herald", "Northern\nHerald")]
    [InlineData("Northern Herald", "Northern Heralds")]
    [InlineData("Росток", "Ростока")]
    public void Finds_nothing_across_a_stop_or_in_a_longer_word(string phrase, string text) => Assert.Empty(Find(text, phrase));

    [Fact]
    public void Finds_all_of_many_phrases()
    {
        var names = Enumerable.Range(0, 5000).Select(i => $"Имя{i % 50} Фамилия{i}").ToArray();

        Assert.Equal(names, Find(string.Join(", ", names), names).Select(h => (string)h.Phrase.Meaning));
    }

    private static List<PhraseHit> Find(string text, params string[] phrases)
    {
        var index = new PhraseIndex(phrases.Select(p => Phrase.Of(p, p)!));
        var hits = new List<PhraseHit>();
        using var words = WordScanner.Scan(text);
        index.Find(text, words.Span, hits);
        return hits;
    }
}
