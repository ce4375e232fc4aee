using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>The address in labels changes answers, so it is part of the ruleset's version.</summary>
public sealed class PublicUrlTests
{
    [Fact]
    public void Stands_in_labels_and_in_the_version()
    {
        var here = RulesetBuilder.Build(ShippedRules.Files(), new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
        var there = RulesetBuilder.Build(ShippedRules.Files(), new RulesetSettings(TimeZoneInfo.Utc, []) { PublicUrl = "https://labels.example.org" }).Ruleset!;
        var request = Some.Request("The bridge was opened.\n\nSource: Rosbalt", asOf: new DateOnly(2023, 2, 7));

        var html = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), there, Exceptions.None).Disclosures[0].Html["en"];
        Assert.Contains("<a class=\"ls-about\" href=\"https://labels.example.org/about/ru/foreign-agent?lang=en\">What does this label mean?</a>", html, StringComparison.Ordinal);
        Assert.NotEqual(here.Version, there.Version);
    }
}
