using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

/// <summary>In a field or line that is made for names, ordinary words are one.</summary>
public class TitleFieldTests
{
    private static readonly AskedDay Day = new(new DateOnly(2024, 5, 1), DayOrigin.Request);

    [Theory]
    [InlineData("Порт открыт.", "Новая газета")]
    [InlineData("Порт открыт.\n\nИсточник: Новая газета", null)]
    public void Takes_ordinary_words_that_fill_it_for_a_name(string body, string? publisher) =>
        Assert.Equal(DisclosureStatus.Missing, Assert.Single(Check(body, publisher).Disclosures).Status);

    [Fact]
    public void Leaves_the_same_words_at_the_start_of_a_sentence_to_a_moderator() =>
        Assert.Equal(DisclosureStatus.Pending, Assert.Single(Check("Новая газета открыла порт.", null).Disclosures).Status);

    private static CheckReport Check(string body, string? publisher)
    {
        var files = ShippedRules.Files();
        files["registries/ru-foreign-agents.csv"] = files["registries/ru-foreign-agents.csv"].TrimEnd() + "\nru-fa:paper,media,Луговая редакция,,Новая газета,,,,,,2022-01-01,,,,\n";
        var ruleset = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
        var request = Some.Request(body, a => publisher is null ? a : a with { Publisher = new Party { Name = publisher } }, Day.Date);
        return ArticleChecker.Check(request, Day, ruleset, Exceptions.None);
    }
}
