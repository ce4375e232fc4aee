using System.Text.RegularExpressions;
using LabelService.Engine.Matching;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Tests.Matching;

/// <summary>A text that is said to lack a pattern's words must lack them for the library of patterns too.</summary>
public sealed class TextGramsTests
{
    [Fact]
    public void Folds_together_whatever_a_pattern_takes_for_the_same()
    {
        foreach (var letter in "aiksßабёйщіїґäöüçñ0-. ")
        {
            var pattern = new Regex(Regex.Escape(letter.ToString()), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            var same = Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(i => (char)i).Where(c => pattern.IsMatch(c.ToString())).ToList();
            Assert.NotEmpty(same);
            Assert.All(same, c => Assert.Equal(TextGrams.Fold(letter), TextGrams.Fold(c)));
        }
    }

    [Theory]
    [InlineData("реклама", "Это РЕКЛАМА.", true)]
    [InlineData("реклама", "Это новость.", false)]
    [InlineData("erid", "ERI D", false)]
    public void Tells_what_a_text_may_hold(string literal, string text, bool may)
    {
        var grams = new TextGrams();
        grams.Add(text);
        Assert.Equal(may, grams.MayHold(TextGrams.SlotsOf(literal)));
    }

    [Theory]
    [InlineData(@"\berid[: ]{1,3}\w{1,40}", "erid")]
    [InlineData(@"реклама\s*[.|]\s*(ооо|ао)\s[^\n]{1,200}\s(erid|токен)", "реклама")]
    [InlineData(@"colou?r of money", "r of money")]
    [InlineData(@"pages+ on", "page")]
    [InlineData(@"a\.b\-c", "a.b-c")]
    [InlineData(@"(?m)^advert$", "advert")]
    [InlineData(@"one|other", "")]
    [InlineData(@"(one|other)", "")]
    [InlineData(@"(?x)a b c d", "")]
    [InlineData(@"\x41bcd", "")]
    [InlineData(@"abc{0,2}d", "ab")]
    [InlineData(@"(?#()abc|def", "")]
    public void Finds_what_must_be_there(string regex, string literal) => Assert.Equal(literal, RequiredLiteral.Of(regex));
}
