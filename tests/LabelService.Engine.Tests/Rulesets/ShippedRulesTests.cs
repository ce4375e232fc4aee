using LabelService.Engine.Checking;
using LabelService.Engine.Finding;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Rulesets;

public sealed class ShippedRulesTests
{
    private const string Sample = """
        Japan wants to conclude a peace treaty with Russia, despite the sanctions

        This material (information) was produced, distributed and (or) sent by a foreign agent of RS-Balt JSC or relates to the activities of a foreign agent of RS-Balt JSC. 18+

        The Japanese authorities are still focused on resolving the territorial issue, the minister said.

        Source: Rosbalt
        """;

    [Fact]
    public void Loads_without_an_error()
    {
        Assert.Empty(ShippedRules.Result.Errors);
        Assert.Empty(ShippedRules.Result.Warnings);
        Assert.Equal(
            [
                "any-ai@2026.11", "any-article@2026.11", "any-paid-content@2026.11", "any-source@2026.11", "au-foreign-influence@2026.11",
                "br-elections@2026.11", "de-advertising@2026.11", "eu-ai-act@2026.11", "eu-political-advertising@2026.11",
                "eu-sanctioned-outlets@2026.11", "fr-advertising@2026.11", "ru-advertising@2026.11", "ru-age@2026.11", "ru-ai@2026.11",
                "ru-content-warnings@2026.11", "ru-designated-organisations@2026.11", "ru-elections@2026.11", "ru-foreign-agents@2026.11",
                "uk-advertising@2026.11", "uk-elections@2026.11", "us-advertising@2026.11", "us-elections@2026.11", "us-fara@2026.11",
            ],
            ShippedRules.Ruleset.Reference.Packs);
    }

    [Fact]
    public void Holds_no_natural_person() =>
        Assert.DoesNotContain(ShippedRules.Ruleset.Registries.Values.SelectMany(r => r.Entities), e => e.Kind == LabelService.Engine.Registries.EntityKind.Person);

    [Fact]
    public void Ships_no_pack_that_the_guide_leaves_out()
    {
        var guide = File.ReadAllText(Path.Combine(ShippedRules.Folder, "..", "README.md"));
        Assert.All(ShippedRules.Ruleset.PacksAsRead, p => Assert.Contains($"| `{p.Id}` |", guide, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, DisclosureStatus.Present)]
    [InlineData("2023-02-07", DisclosureStatus.Present)]
    [InlineData("2024-02-07", DisclosureStatus.Unneeded)]
    public void Finds_the_notice_of_the_sample(string? day, DisclosureStatus status)
    {
        var report = Check(Sample, day);
        Assert.Equal(Verdict.Compliant, report.Verdict);
        Assert.Equal(status, Assert.Single(report.Disclosures).Status);
    }

    [Fact]
    public void Requires_both_cases_in_the_official_notice()
    {
        var text = Sample.Replace(Sample.Split("\n\n")[1], "", StringComparison.Ordinal);
        var report = Check(text, "2023-02-07", ReportPart.Labelled);
        var notice = Assert.Single(report.Disclosures);
        Assert.Equal(DisclosureStatus.Missing, notice.Status);
        Assert.Equal(
            "Настоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом Акционерным обществом «РС-Балт» "
            + "либо касается деятельности иностранного агента Акционерного общества «РС-Балт»",
            notice.Text["ru"]);
        Assert.Equal("18+", report.AgeRating!.Value);
    }

    [Theory]
    [InlineData("This material was produced by a foreign agent of\n\n")]
    [InlineData("Настоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом\n\n")]
    [InlineData("признан в РФ иностранным агентом, внесён Минюстом в реестр. ")]
    public void Compares_whatever_a_body_holds_well_within_the_budget(string piece)
    {
        var article = ArticleReader.Read(new CheckRequest { Article = new Article { Body = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) } });
        var budget = new WordingBudget();

        FactFinder.Find(article, ShippedRules.Ruleset.Index, budget: budget);

        // Ten times the length is the largest body that is read.
        Assert.InRange(budget.Taken, 0, WordingBudget.MaximumSteps / 10 / 2);
    }

    private static CheckReport Check(string body, string? day, params ReportPart[] include)
    {
        var request = new CheckRequest { Article = new Article { Body = body }, AsOf = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Include = [.. include] };
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ShippedRules.Ruleset, Exceptions.None);
    }
}
