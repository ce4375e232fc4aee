using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.DryRuns;

public sealed class TrialTests
{
    private static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, []);
    private static readonly Dictionary<string, string> Shipped = new RulesetFolder(Path.Combine(Project.Root, "rules")).Read().Files;
    private static readonly Ruleset Present = RulesetBuilder.Build(Shipped, Settings).Ruleset!;

    [Fact]
    public void Changes_nothing_when_the_candidate_is_what_is_in_force()
    {
        var trial = Try("any-paid-content", text => text, Article("a", """{"sponsored": true}"""), Article("b"));

        Assert.Equal((2, 0, 0), (trial.Articles, trial.Changed, trial.ReviewsOpened));
        Assert.Empty(trial.Samples);
    }

    [Fact]
    public void Tells_which_articles_change_and_how()
    {
        var trial = Try("any-paid-content", text => text.Replace("equals: true", "equals: false", StringComparison.Ordinal), Article("a", """{"sponsored": true}"""), Article("b"));

        Assert.Equal(1, trial.Changed);
        Assert.Equal(["a"], trial.ChangedArticles);
        var change = Assert.Single(trial.Samples);
        Assert.Equal((Verdict.ActionRequired, Verdict.Compliant), (change.Before, change.After));
        Assert.Contains(change.Differences, d => d is { Kind: DifferenceKind.Disclosure, Before: "missing", After: null });
        Assert.Contains(trial.Rules, r => r is { FiredBefore: 1, Fired: 0 });
    }

    [Fact]
    public void Tells_a_change_of_wording_from_a_change_of_status()
    {
        var trial = Try("de-advertising", text => text.Replace("text: { de: Anzeige }", "text: { de: ANZEIGE! }", StringComparison.Ordinal), Article("a", """{"sponsored": true}""", "DE"));

        var difference = Assert.Single(Assert.Single(trial.Samples).Differences);
        Assert.Equal((DifferenceKind.Wording, "Anzeige", "ANZEIGE!"), (difference.Kind, difference.Before, difference.After));
    }

    [Fact]
    public void Counts_a_rule_in_shadow_that_changes_no_answer()
    {
        var trial = Try("de-advertising", text => text.Replace("status: on", "status: shadow", StringComparison.Ordinal), Article("a", """{"sponsored": true}""", "DE"));

        Assert.Equal(1, trial.Changed);
        Assert.Contains(trial.Rules, r => r is { Rule: "de.ads.anzeige", Fired: 1, FiredBefore: 1 });
    }

    [Fact]
    public void Adds_two_accounts_up()
    {
        var one = Try("any-paid-content", text => text, Article("a", """{"sponsored": true}"""));
        var both = one.Plus(Try("any-paid-content", text => text.Replace("equals: true", "equals: false", StringComparison.Ordinal), Article("b", """{"sponsored": true}""")));

        Assert.Equal((2, 1), (both.Articles, both.Changed));
        Assert.Equal(new VerdictCounts(0, 2, 0), both.Before);
    }

    [Fact]
    public void Refuses_a_broken_candidate_with_each_place()
    {
        var files = PackFiles.In(Shipped, "de-advertising")!;
        var broken = files with { Files = files.Files.SetItem("pack.yaml", files.Files["pack.yaml"].Replace("kind: advertisement", "kind: advertisment", StringComparison.Ordinal)) };

        var refusal = CandidateRules.Of(Shipped, Settings, Present, [], broken, []).Refusal()!;

        Assert.Equal("broken-pack", refusal.Code);
        Assert.Contains("did you mean 'advertisement'?", Assert.Single(refusal.Errors["$.pack.files['packs/de-advertising/pack.yaml']"]), StringComparison.Ordinal);
    }

    private static DryRunReport Try(string pack, Func<string, string> change, params CheckRequest[] articles)
    {
        var files = PackFiles.In(Shipped, pack)!;
        var candidate = files with { Files = files.Files.SetItem("pack.yaml", change(files.Files["pack.yaml"])) };
        var rules = CandidateRules.Of(Shipped, Settings, Present, [], candidate, []);
        Assert.Empty(rules.Errors);
        var trial = new Trial(Present, rules.Ruleset!, Exceptions.None, pack, samples: 10);
        foreach (var article in articles)
        {
            trial.Add(article, null);
        }

        return trial.Report(complete: true);
    }

    private static CheckRequest Article(string id, string? attributes = null, string? jurisdiction = null) => new()
    {
        Article = new Article
        {
            ExternalId = id,
            Body = "The bridge was opened on Monday, after ten years of work.",
            Attributes = attributes is null ? null : System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(attributes),
        },
        AsOf = new DateOnly(2026, 9, 1),
        Jurisdictions = jurisdiction is null ? ["any"] : [jurisdiction],
    };
}
