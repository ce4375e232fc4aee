using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Labelling;

[Collection(nameof(Measured))]
public sealed class LabelledHtmlTests
{
    private const int Times = 8;

    [Theory]
    [InlineData("<p>", "<a href=\"https://example.org/{0}\">link {0}</a> ", "</p>", 25_000)]
    [InlineData("", "<br>line {0}", "", 25_000)]
    [InlineData("<p ", "a{0}=\"{0}\" ", ">text</p>", 120_000)]
    [InlineData("<p ", "data-a{0}=\"&{{{0}}}\" ", ">text</p>", 80_000)]
    public void Keeps_the_work_in_step_with_the_size(string before, string piece, string behind, int count)
    {
        string Body(int pieces) => before + string.Concat(Enumerable.Range(0, pieces).Select(i => string.Format(null, piece, i))) + behind;
        var (small, large) = (Body(count / Times), Body(count));

        Measured.KeepsInStep(() => Label(small), () => Label(large), Times);
    }

    [Fact]
    public void Keeps_the_attributes_that_an_article_has_and_drops_those_beyond_all_measure()
    {
        var html = Label($"<p class=\"a\" lang=\"en\" {string.Join(' ', Enumerable.Range(0, 300).Select(i => $"data-a{i}=\"{i}\""))}>text</p>");

        Assert.StartsWith("<p class=\"a\" lang=\"en\" data-a0=\"0\"", html, StringComparison.Ordinal);
        Assert.Contains("data-a197=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-a198=", html, StringComparison.Ordinal);
    }

    private static string Label(string body)
    {
        var request = Some.Request(body, a => a with { Format = ArticleFormat.Html }, null, ReportPart.Labelled);
        var day = new AskedDay(new DateOnly(2026, 11, 1), DayOrigin.Request);
        return ArticleChecker.Check(request, day, ShippedRules.Ruleset, Exceptions.None).Labelled!.Html;
    }
}
