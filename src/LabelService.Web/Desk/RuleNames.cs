using LabelService.Web.Playground;
using LabelService.Workflow.Rulesets;

namespace LabelService.Web.Desk;

/// <summary>What people call rules, registers and what a rule asks for.</summary>
internal sealed class RuleNames(RulesetHolder rulesets)
{
    public NamesIn In(string language) => new(rulesets, language);
}

/// <summary>The same in one language; another where there is none in it.</summary>
internal sealed class NamesIn(RulesetHolder rulesets, string language)
{
    /// <summary>What a rule asks for: in the page's own words, else by the rule's title, which a house's own packs have.</summary>
    public string Type(string type, string rule) =>
        PlaygroundTexts.Strings(language).TryGetValue($"desk.type.{type}", out var words) ? words : Title(rule) ?? type;

    public string Registry(string registry) =>
        rulesets.Current.Ruleset?.Registries.GetValueOrDefault(registry) is { } known ? Best(known.Title) ?? registry : registry;

    /// <summary>All rules that can ask something, with their titles.</summary>
    public IEnumerable<(string Id, string Title)> Rules => (rulesets.Current.Ruleset?.Rules ?? []).Select(r => (r.Id, Best(r.Title) ?? r.Id));

    private string? Title(string rule) => rulesets.Current.Ruleset?.Rules.FirstOrDefault(r => r.Id == rule) is { } known ? Best(known.Title) : null;

    private string? Best(IReadOnlyDictionary<string, string> titles) => titles.TryGetValue(language, out var title) ? title : titles.Values.FirstOrDefault();
}
