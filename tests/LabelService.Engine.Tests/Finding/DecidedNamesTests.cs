using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

/// <summary>Exceptions are an input of a check: the same article, day and ruleset with another decision give another answer.</summary>
public class DecidedNamesTests
{
    private const string Row = "ru-fa:travkin,person,Травкин Пётр Ильич,,,,,,,,2022-01-01,,,,\n";
    private static readonly AskedDay Day = new(new DateOnly(2024, 5, 1), DayOrigin.Request);

    [Fact]
    public void Leaves_a_shared_name_to_a_moderator_where_nothing_was_decided() =>
        Assert.Equal(DisclosureStatus.Pending, Status(Check("Пётр Травкин приехал в порт.", "")));

    [Theory]
    [InlineData("entity: ru-fa:travkin, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, words: ПЁТР ТРАВКИН, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, article: a1, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, author: мария ветрова, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, until: 2024-05-02, reason: a namesake, owner: desk@example.org")]
    public void Asks_nothing_where_it_was_decided_that_this_is_somebody_else(string exception)
    {
        var report = Check("Пётр Травкин приехал в порт.", exception);

        Assert.Empty(report.Disclosures);
        Assert.Contains(report.NearMisses!.Value, n => n.EntityId == "ru-fa:travkin");
        Assert.Single(report.UsedExceptions);
    }

    [Theory]
    [InlineData("entity: ru-fa:travkin, words: Глеб Травкин, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, article: a2, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, author: Вера Зимина, reason: a namesake, owner: desk@example.org")]
    [InlineData("entity: ru-fa:travkin, until: 2024-05-01, reason: a namesake, owner: desk@example.org")]
    public void Keeps_to_the_place_and_the_time_of_a_decision(string exception) =>
        Assert.Equal(DisclosureStatus.Pending, Status(Check("Пётр Травкин приехал в порт.", exception)));

    [Fact]
    public void Takes_a_confirmed_name_as_certain() =>
        Assert.Equal(DisclosureStatus.Missing, Status(Check("Травкин приехал в порт.", "entity: ru-fa:travkin, says: this-one, words: Травкин, reason: the columnist, owner: desk@example.org")));

    [Theory]
    [InlineData("Глеб Травкин приехал в порт.")]
    [InlineData("Пётр Олегович Травкин приехал в порт.")]
    public void Leaves_somebody_else_out_of_a_decision_for_all_words(string body) =>
        Assert.Empty(Check(body, "entity: ru-fa:travkin, says: this-one, article: a1, reason: the columnist, owner: desk@example.org").Disclosures);

    [Fact]
    public void Gives_every_state_of_exceptions_a_version_of_its_own()
    {
        const string Exception = "entity: ru-fa:travkin, reason: a namesake, owner: desk@example.org";

        Assert.NotEqual(Check("Порт.", "").Ruleset.Exceptions, Check("Порт.", Exception).Ruleset.Exceptions);
        Assert.Equal(Check("Порт.", "").Ruleset.Version, Check("Порт.", Exception).Ruleset.Version);
        Assert.Equal(Check("Порт.", "").Ruleset.Exceptions, Check("Порт.", Exception + ", until: 2024-05-01").Ruleset.Exceptions);
    }

    [Theory]
    [InlineData("exceptions:\n  - entity: ru-fa:nobody\n    reason: r\n    owner: o\n", "exception-unused", 2)]
    [InlineData("exceptions:\n  - reason: r\n    owner: o\n", "missing-key", 2)]
    [InlineData("exceptions:\n  - entity: ru-fa:travkin\n    reason: r\n    owner: o\n    says: perhaps\n", "unknown-word", 5)]
    [InlineData("exceptions:\n  - entity: ru-fa:travkin\n    reason: r\n    owner: o\n    until: soon\n", "day", 5)]
    [InlineData("exceptions:\n  - entity: ru-fa:travkin\n    owner: o\n    reason: r\n    who: x\n", "unknown-key", 5)]
    [InlineData("exceptions: yes\n", "shape", 1)]
    public void Reports_what_is_wrong_with_its_line(string file, string code, int line)
    {
        var result = RulesetBuilder.Build(Files(file), new RulesetSettings(TimeZoneInfo.Utc, []));

        var found = Assert.Single(result.Errors.Concat(result.Warnings), e => e.File == "exceptions.yaml");
        Assert.Equal((code, line), (found.Code, found.Line));
    }

    [Fact]
    public void Names_what_has_ended()
    {
        var file = "exceptions:\n  - { entity: ru-fa:travkin, reason: r, owner: o, until: 2024-05-01 }\n";
        var exceptions = RulesetBuilder.Build(Files(file), new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!.Exceptions;

        Assert.Equal("exception-ended", Assert.Single(exceptions.Ended(new DateOnly(2024, 5, 1))).Code);
        Assert.Empty(exceptions.Ended(new DateOnly(2024, 4, 30)));
    }

    private static CheckReport Check(string body, string exception)
    {
        var file = exception.Length == 0 ? "" : $"exceptions:\n  - {{ {exception} }}\n";
        var ruleset = RulesetBuilder.Build(Files(file), new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
        var request = Some.Request(body, a => a with { ExternalId = "a1", Authors = [new Party { Name = "Мария Ветрова" }] }, Day.Date, ReportPart.NearMisses);
        return ArticleChecker.Check(request, Day, ruleset, ruleset.Exceptions.On(Day.Date!.Value));
    }

    private static DisclosureStatus Status(CheckReport report) => Assert.Single(report.Disclosures).Status;

    private static Dictionary<string, string> Files(string exceptions)
    {
        var files = ShippedRules.Files();
        files["registries/ru-foreign-agents.csv"] = files["registries/ru-foreign-agents.csv"].TrimEnd() + "\n" + Row;
        files["exceptions.yaml"] = exceptions;
        return files;
    }
}
