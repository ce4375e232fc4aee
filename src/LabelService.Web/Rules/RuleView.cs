using System.Collections.Immutable;
using LabelService.Engine.Documenting;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;

namespace LabelService.Web.Rules;

/// <summary>A loaded rule as its reader wants it: when it applies, what it asks for, and by which law.</summary>
/// <param name="InWords">The same in plain words, by language.</param>
internal sealed record RuleView(
    string Id, string Pack, string Jurisdiction, string Status, string? Note, ImmutableSortedDictionary<string, string> Title,
    RuleDates Effective, string Day, ImmutableArray<LegalBasis> Basis, ImmutableArray<OutcomeView> Require, ImmutableSortedDictionary<string, RuleInWords> InWords)
{
    public static RuleView Of(Rule rule, Ruleset ruleset) => new(
        rule.Id, rule.Pack, rule.Jurisdiction, Kebab<RuleStatus>.Word(rule.Status), rule.Note, rule.Title,
        new RuleDates(rule.From, rule.Until, rule.ReviewBy, rule.WordingVerifiedUntil),
        Kebab<DayBasis>.Word(rule.Day), rule.Basis, [.. rule.Require.Select(OutcomeView.Of)],
        Languages.ToImmutableSortedDictionary(l => l, l => RuleInWords.Of(rule, l, ruleset.Registries)));

    private static readonly string[] Languages = ["en", "ru"];
}

/// <param name="Until">The first day on which the rule no longer holds.</param>
internal sealed record RuleDates(DateOnly? From, DateOnly? Until, DateOnly? ReviewBy, DateOnly? WordingVerifiedUntil);

/// <summary>What a rule asks for: a text, an age mark or a flag.</summary>
internal sealed record OutcomeView(string Kind)
{
    public string? Disclosure { get; init; }
    public string? OfficialLanguage { get; init; }
    public IReadOnlyDictionary<string, string>? Text { get; init; }
    public string? Placement { get; init; }
    public string? Scale { get; init; }
    public string? Value { get; init; }
    public string? Action { get; init; }

    public static OutcomeView Of(Requirement requirement) => requirement switch
    {
        DisclosureRequirement text => new OutcomeView("disclosure")
        {
            Disclosure = text.Type,
            OfficialLanguage = text.OfficialLanguage,
            Text = text.Text.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Source),
            Placement = Kebab<Placement>.Word(text.Placement),
        },
        AgeRequirement age => new OutcomeView("age") { Scale = age.Scale, Value = age.Value },
        FlagRequirement flag => new OutcomeView("flag") { Action = Kebab<FlagAction>.Word(flag.Action), Text = flag.Why },
        _ => new OutcomeView("other"),
    };
}
