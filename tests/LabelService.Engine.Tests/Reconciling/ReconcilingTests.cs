using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Reconciling;

/// <summary>Required against carried, in every combination: the statuses of notice and mark, and the verdict.</summary>
public sealed class ReconcilingTests
{
    private const string Text = "The bridge over the river was opened on Monday, and ships may pass it.";
    private const string Herald = "This was produced by foreign agent Northern Herald JSC";
    private const string Frost = "This was produced by foreign agent Frost Daily";
    private const string Nobody = "This was produced by a foreign body of some sort";

    private static readonly Ruleset Rules = SomeRules.Build(SomeRules.Files(SomeRules.Pack(
        "notices: [{ id: form, type: foreign-agent, language: en, pattern: 'this was produced by foreign agent {subject}' },"
            + " { id: early, type: foreign-agent, language: en, pattern: 'this was produced by a foreign body of some sort' }]",
        "when: { entity: { registry: test-register, role: source } }",
        "require: [{ disclosure: foreign-agent, officialLanguage: en, accepts: form, text: { en: 'by {{ subject }}' } }, { age: { scale: scale, value: 18+ } }]"))).Ruleset!;

    /// <summary>Lines before the text, the source, the day ("" for unknown), then notices, mark and verdict.</summary>
    public static TheoryData<string, string, string, string, string, Verdict> Cases => new()
    {
        // Northern Herald is listed from 2021-10-15 until 2023-08-25, Frost Daily from 2022-03-01 on.
        { "", "Northern Herald", "2022-06-01", "missing test:herald", "18+ missing", Verdict.ActionRequired },
        { "", "Northern Herald", "2023-08-25", "", "", Verdict.Compliant },
        { $"{Herald}\n18+", "Northern Herald", "2022-06-01", "present test:herald", "18+ present", Verdict.Compliant },
        { Herald, "Northern Herald", "2022-06-01", "present test:herald", "18+ missing", Verdict.ActionRequired },
        { "18+", "Northern Herald", "2022-06-01", "missing test:herald", "18+ present", Verdict.ActionRequired },
        { $"{Herald}\n12+", "Northern Herald", "2022-06-01", "present test:herald", "18+ incorrect", Verdict.ActionRequired },
        // A mark that nothing requires is never unneeded; a notice is, and that alone is compliant.
        { "12+", "The Courier", "2022-06-01", "", "12+ present", Verdict.Compliant },
        { $"{Herald}\n18+", "Northern Herald", "2024-06-01", "unneeded", "18+ present", Verdict.Compliant },
        { Herald, "The Courier", "2022-06-01", "unneeded", "", Verdict.Compliant },
        // A notice for another body takes the place of the required one, and only of one.
        { $"{Frost}\n18+", "Northern Herald", "2022-06-01", "incorrect test:herald", "18+ present", Verdict.ActionRequired },
        { $"{Herald}\n{Frost}\n18+", "Northern Herald", "2022-06-01", "present test:herald; unneeded", "18+ present", Verdict.Compliant },
        // The wording of the official language is judged by what the rule accepts.
        { $"{Nobody}\n18+", "Northern Herald", "2022-06-01", "incorrect test:herald", "18+ present", Verdict.ActionRequired },
        // On an unknown day an ended listing only raises a question, a lasting one demands; what is there is there.
        { "", "Northern Herald", "", "pending test:herald", "18+ pending", Verdict.NeedsReview },
        { "", "Frost Daily", "", "missing test:frost", "18+ missing", Verdict.ActionRequired },
        { $"{Herald}\n18+", "Northern Herald", "", "present test:herald", "18+ present", Verdict.Compliant },
        { $"{Herald}\n12+", "Northern Herald", "", "present test:herald", "18+ incorrect", Verdict.ActionRequired },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_statuses_and_verdict(string before, string source, string day, string notices, string age, Verdict verdict)
    {
        var report = Check(Rules, $"A bridge is opened\n\n{before}\n\n{Text}\n\nSource: {source}", day);

        Assert.Equal(notices, string.Join("; ", report.Disclosures.Select(Show)));
        Assert.Equal(age, report.AgeRating is { } rating ? $"{rating.Value} {Kebab<DisclosureStatus>.Word(rating.Status)}" : "");
        Assert.Equal(verdict, report.Verdict);
    }

    [Fact]
    public void Calls_a_notice_after_the_text_incorrect()
    {
        var report = Check(Rules, $"A bridge is opened\n\n18+\n\n{Text}\n\n{Text}\n\n{Herald}\n\nSource: Northern Herald", "2022-06-01");

        Assert.Equal("incorrect test:herald", Show(Assert.Single(report.Disclosures)));
    }

    [Theory]
    [InlineData("track", Verdict.Compliant)]
    [InlineData("suggest", Verdict.Compliant)]
    [InlineData("block", Verdict.ActionRequired)]
    public void Asks_for_action_where_a_flag_blocks(string action, Verdict verdict)
    {
        var rules = SomeRules.Build(SomeRules.Files(SomeRules.Pack($"require: [{{ flag: {{ action: {action}, why: {{ en: a, ru: б }} }} }}]"))).Ruleset!;

        Assert.Equal(verdict, Check(rules, Text, "").Verdict);
    }

    [Fact]
    public void Leaves_it_to_a_person_where_the_rule_says_so()
    {
        var rules = SomeRules.Build(SomeRules.Files(SomeRules.Pack("require: [{ disclosure: foreign-agent, text: a, review: true }]"))).Ruleset!;

        var report = Check(rules, Text, "2022-06-01");

        Assert.Equal(("pending", Verdict.NeedsReview), (Show(Assert.Single(report.Disclosures)), report.Verdict));
    }

    private static CheckReport Check(Ruleset rules, string body, string day)
    {
        var request = Some.Request(body, asOf: day.Length > 0 ? DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), rules, Exceptions.None);
    }

    private static string Show(DisclosureReport disclosure) =>
        $"{Kebab<DisclosureStatus>.Word(disclosure.Status)} {string.Join(' ', disclosure.Subjects.Select(s => s.EntityId))}".TrimEnd();
}
