using System.Text;
using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class NameIndexTests
{
    /// <summary>Every place is a range of the text, in order, and the same at every search.</summary>
    [Fact]
    public void Gives_the_same_ordered_places_for_any_noise()
    {
        var index = NameIndexBuilder.Build([Find.Person("Травкин Пётр Ильич"), Find.Person("Травкина Лидия Олеговна"), Find.Body("Фонд «Луг»", "Луг", "ТНК-BP")]);
        var random = new Random(20);
        string[] pieces = ["Травкин", "Петра", "Ильич", "П.", "Лидия", "Травкиной", "«", "Луг", "»", "-", "\n", " ", " ", "\u00AD", "*", "#", "@", ".", "Тр*вкин", "Т р а в к и н", "ТНК", "BP", "\u0306", "\ud83d\ude00", "фонд", "и"];
        for (var run = 0; run < 2_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, 30).Select(_ => pieces[random.Next(pieces.Length)]));
            var hits = NameFinder.Find(text, index);

            Assert.All(hits, h => Assert.InRange(h.Start, 0, h.End - 1));
            Assert.All(hits, h => Assert.InRange(h.End, h.Start + 1, text.Length));
            Assert.Equal(hits.OrderBy(h => h.Start), hits);
            Assert.Equal(hits, NameFinder.Find(text, index));
        }
    }

    [Fact]
    public void Shares_the_forms_of_a_word_among_all_names()
    {
        var one = NameIndexBuilder.Build([Find.Person("Травкин Пётр Ильич")]).Forms.Count;
        var two = NameIndexBuilder.Build([Find.Person("Травкин Пётр Ильич"), Find.Person("Травкин Пётр Олегович")]).Forms.Count;

        Assert.InRange(two - one, 1, one / 2);
    }

    [Fact]
    public void Keeps_texts_of_one_name_after_another_in_bounds()
    {
        var text = new StringBuilder();
        while (text.Length < 200_000)
        {
            text.Append("Пётр Ильич Травкин Пётр Травкин ");
        }

        var hits = NameFinder.Find(text.ToString(), NameIndexBuilder.Build([Find.Person("Травкин Пётр Ильич")]));

        Assert.InRange(hits.Count, 10_000, text.Length);
    }

    [Fact]
    public void Finds_each_of_many_bodies_with_one_legal_form_and_gives_none_of_them_to_the_form_alone()
    {
        var bodies = Enumerable.Range(0, 500).Select(i => Find.Body($"Общество с ограниченной ответственностью «Луг {i}»")).ToArray();
        var index = NameIndexBuilder.Build(bodies);

        Assert.Equal([bodies[321].Id], NameFinder.Find("Пишет Общество с ограниченной ответственностью «Луг 321» вчера.", index).Where(h => h.Kind == NameKind.Registered).Select(h => h.Entity.Id).Distinct());
        Assert.Empty(NameFinder.Find("Пишет Общество с ограниченной ответственностью вчера.", index));
        Assert.All(index.TitleCounts, count => Assert.InRange(count, 1, 20));
    }
}
