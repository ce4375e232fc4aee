using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Documenting;

/// <summary>What a reader should know of a label in one jurisdiction: what it means, who asks for it, and where to look further.</summary>
/// <param name="Laws">Acts that ask for it; empty where a habit or the newsroom's own rule does.</param>
/// <param name="Registers">Lists that decide whom it concerns.</param>
/// <param name="Wordings">How it reads, in the official language first.</param>
public sealed record LabelAbout(
    string Jurisdiction, string Type, string Title, string Means, string MeansNot,
    ImmutableArray<LabelLaw> Laws, ImmutableArray<LabelRegister> Registers, ImmutableArray<LabelWording> Wordings)
{
    /// <returns>Null where no rule of the jurisdiction, on or off, asks for such a label, or nobody has written what it means.</returns>
    public static LabelAbout? Of(string jurisdiction, string type, Ruleset ruleset, LabelTexts texts, string language)
    {
        var tongue = Tongue.In(language);
        if (!texts.ByType.TryGetValue(type, out var text))
        {
            return null;
        }

        var rules = Asking(jurisdiction, type, ruleset).ToList();
        return rules.Count == 0 ? null : new LabelAbout(
            rules[0].Jurisdiction, type, tongue.Of(text.Title)!, tongue.Of(text.Means)!, tongue.Of(text.MeansNot)!,
            LawsOf(rules, tongue), RegistersOf(rules, ruleset, tongue), WordingsOf(rules, type));
    }

    /// <summary>Every label that rules of the box ask for, by jurisdiction.</summary>
    public static IEnumerable<(string Jurisdiction, string Type)> All(Ruleset ruleset) =>
        ruleset.Packs.SelectMany(p => p.Rules)
            .SelectMany(r => r.Require.Select(what => (r.Jurisdiction, Type: TypeOf(what))).Where(l => l.Type is not null))
            .Concat(ruleset.Packs.Where(p => !p.AgeScales.IsEmpty).Select(p => (p.Jurisdiction, Type: (string?)LabelTexts.Age)))
            .Select(l => (l.Jurisdiction, l.Type!)).Distinct().OrderBy(l => l.Jurisdiction, StringComparer.Ordinal).ThenBy(l => l.Item2, StringComparer.Ordinal);

    private static IEnumerable<Rule> Asking(string jurisdiction, string type, Ruleset ruleset) => ruleset.Packs
        .Where(p => p.Jurisdiction.Equals(jurisdiction, StringComparison.OrdinalIgnoreCase))
        .SelectMany(p => p.Rules.Where(r => r.Require.Any(w => TypeOf(w) == type) || (type == LabelTexts.Age && !p.AgeScales.IsEmpty)))
        .OrderBy(r => r.Status == RuleStatus.Off).ThenByDescending(r => r.From);

    private static string? TypeOf(Requirement what) => what switch
    {
        DisclosureRequirement disclosure => disclosure.Type,
        AgeRequirement => LabelTexts.Age,
        _ => null,
    };

    private static ImmutableArray<LabelLaw> LawsOf(List<Rule> rules, Tongue tongue) =>
    [
        .. from rule in rules
           from basis in rule.Basis.IsDefault ? [] : rule.Basis
           let act = basis.In(tongue.Code)
           let since = rule.From is null && rule.Until is null ? null : tongue.Period(rule.From, rule.Until).Trim()
           group since by (act.Act, act.Article, act.Url) into same
           select new LabelLaw(same.Key.Act, same.Key.Article, same.Key.Url, same.OfType<string>().FirstOrDefault()),
    ];

    private static ImmutableArray<LabelRegister> RegistersOf(List<Rule> rules, Ruleset ruleset, Tongue tongue) =>
    [
        .. rules.SelectMany(r => r.When.Tree()).SelectMany(RegistriesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => ruleset.Registries.GetValueOrDefault(id)).OfType<Registries.Registry>()
            .Select(r => new LabelRegister(tongue.Of(r.Title) ?? r.Id, r.SourceUrl, r.Retrieved)),
    ];

    private static IEnumerable<string> RegistriesOf(Condition condition) => condition switch
    {
        EntityCondition entity => entity.Registries,
        FormerCondition former => former.Registries,
        _ => [],
    };

    private static ImmutableArray<LabelWording> WordingsOf(List<Rule> rules, string type) =>
    [
        .. rules.SelectMany(r => r.Require.OfType<DisclosureRequirement>()).Where(d => d.Type == type)
            .SelectMany(d => d.Text.OrderBy(t => t.Key != d.OfficialLanguage).Select(t => new LabelWording(t.Key, Blanks(t.Value.Source))))
            .Distinct().Take(4),
    ];

    /// <summary>A template as a reader may see it: an ellipsis where a name or a value comes.</summary>
    private static string Blanks(string template) =>
        System.Text.RegularExpressions.Regex.Replace(template.ReplaceLineEndings(" "), @"\{\{[^{}]*\}\}|\{%[^{}]*%\}", "…", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Trim();
}

/// <param name="Since">From when until when, in words; null where it always holds.</param>
public sealed record LabelLaw(string Act, string? Article, string? Url, string? Since);

public sealed record LabelRegister(string Title, string? SourceUrl, DateOnly? Retrieved);

public sealed record LabelWording(string Language, string Text);
