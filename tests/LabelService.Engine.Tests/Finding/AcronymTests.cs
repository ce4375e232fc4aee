using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

/// <summary>First letters that no register lists are shared by many: they say more of a body that the article names in full.</summary>
public class AcronymTests
{
    private static readonly AskedDay Day = new(new DateOnly(2024, 5, 1), DayOrigin.Request);

    [Fact]
    public void Counts_no_derived_acronym_alone() => Assert.Empty(Check("По данным ИРЛ, лугов стало больше.").Disclosures);

    [Fact]
    public void Counts_a_derived_acronym_beside_the_full_name()
    {
        var evidence = Assert.Single(Check("Отчёт издал Институт развития лугов вчера. По данным ИРЛ, лугов стало больше.").Disclosures).Evidence;

        Assert.Contains(evidence, e => e.Quote == "ИРЛ");
    }

    private static CheckReport Check(string body)
    {
        var files = ShippedRules.Files();
        files["registries/ru-foreign-agents.csv"] = files["registries/ru-foreign-agents.csv"].TrimEnd() + "\nru-fa:meadows,organisation,Институт развития лугов,,,,,,,,2022-01-01,,,,\n";
        var ruleset = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
        return ArticleChecker.Check(Some.Request(body, asOf: Day.Date), Day, ruleset, Exceptions.None);
    }
}
