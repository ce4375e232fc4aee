using System.Text;
using LabelService.Engine.Finding;
using LabelService.Engine.Reading;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

/// <summary>Texts made of one thing over and over: work that grows with the square of the size would take minutes on them.</summary>
[Collection(nameof(Measured))]
public class RepetitiveTextTests
{
    /// <summary>UTF-16 units; what is linear takes a tenth of a second for them.</summary>
    private const int Size = 500_000;

    private const int Times = 8;

    [Theory]
    [InlineData("TASS ")]
    [InlineData("as TASS explains, ")]
    [InlineData("as {0} explains, ")]
    [InlineData("18+ ")]
    [InlineData("18+)")]
    [InlineData("18+\n\n")]
    [InlineData("This material (information) was produced, distributed and (or) sent by a foreign agent of Northern Herald JSC. 18+\n\n")]
    [InlineData("This material (information) was produced, distributed and (or) sent by a foreign agent of Northern Herald JSC. ")]
    [InlineData("This material was produced by a foreign agent of ")]
    [InlineData("Northern Herald ")]
    [InlineData("Илья Кравцов ")]
    [InlineData("Мороз (признан в РФ иностранным агентом), ")]
    [InlineData("Source: Northern Herald\n\n")]
    [InlineData("Северный вестник* ")]
    [InlineData("«Мороз» ")]
    [InlineData("Мороз ")]
    [InlineData("https://northern-herald.example/a ")]
    [InlineData("* признан в РФ иностранным агентом\n\n")]
    [InlineData("You may also like\n\nSome title here\n\n")]
    [InlineData("a\n\n")]
    [InlineData("(")]
    public void Keeps_the_work_in_step_with_the_size(string piece)
    {
        var (small, large) = (Article(piece, Size / Times), Article(piece, Size));
        Measured.KeepsInStep(() => Find(small), () => Find(large), Times);
    }

    private static ReadArticle Article(string piece, int size)
    {
        var text = new StringBuilder(size + piece.Length);
        for (var i = 0; text.Length < size; i++)
            text.Append(piece.Replace("{0}", Acronym(i), StringComparison.Ordinal));
        return ArticleReader.Read(Some.Request(text.ToString()));
    }

    private static void Find(ReadArticle article) => FactFinder.Find(article, Some.Index);

    private static string Acronym(int number) =>
        string.Concat(Enumerable.Range(0, 5).Select(place => (char)('A' + (number / (int)Math.Pow(26, place) % 26))));
}
