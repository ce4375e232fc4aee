using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>The rulesets of cases: certain rules switched, invented entities in place of the registries that they name. Each is made once.</summary>
internal sealed class CaseRulesets(Ruleset ruleset, RulesetSettings settings)
{
    private readonly FrozenDictionary<string, RuleStatus> _statuses =
        ruleset.PacksAsRead.SelectMany(p => p.Rules).DistinctBy(r => r.Id).ToFrozenDictionary(r => r.Id, r => r.Status, StringComparer.Ordinal);

    private readonly Dictionary<CaseFile, FileRulesets> _files = new(ReferenceEqualityComparer.Instance);

    /// <summary>The ruleset of a case: its rule on, whatever it switches itself beside that.</summary>
    public Ruleset Of(Rule rule, RuleCase one, CaseFile file) =>
        Of(file, new Dictionary<string, RuleStatus>(one.Rules, StringComparer.Ordinal) { [rule.Id] = RuleStatus.On });

    public Ruleset Of(CaseFile file, IReadOnlyDictionary<string, RuleStatus> statuses)
    {
        if (!_files.TryGetValue(file, out var made))
        {
            var registries = ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => Invented(r, file)).ToImmutableArray();
            _files[file] = made = new FileRulesets(registries);
        }

        // What a switch leaves as it is makes no other ruleset.
        var changes = statuses.Where(s => _statuses.TryGetValue(s.Key, out var own) && own != s.Value).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        var key = string.Join(' ', changes.Select(c => $"{c.Key}={c.Value}"));
        if (!made.ByChanges.TryGetValue(key, out var found))
        {
            var newsroom = Newsroom.None with { Rules = changes.ToFrozenDictionary(StringComparer.Ordinal) };
            made.ByChanges[key] = found = RulesetAssembly.Assemble(ruleset.PacksAsRead, made.Registries, newsroom, settings with { Jurisdictions = [] }, made.ByChanges.Values.FirstOrDefault() ?? ruleset);
        }

        return found;
    }

    /// <summary>Never stale: what a case shows must not change as days go by.</summary>
    private static Registry Invented(Registry registry, CaseFile file)
    {
        ImmutableArray<Entity> entities = [.. file.Entities.Where(e => e.Registry == registry.Id)];
        return registry with { Entities = entities.IsEmpty ? registry.Entities : entities, FreshForDays = null };
    }

    private sealed record FileRulesets(ImmutableArray<Registry> Registries)
    {
        public Dictionary<string, Ruleset> ByChanges { get; } = new(StringComparer.Ordinal);
    }
}
