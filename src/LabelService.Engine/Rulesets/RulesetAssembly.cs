using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Rulesets;

/// <summary>Puts packs, registries and the newsroom's switches together into the ruleset that checks run on.</summary>
internal static class RulesetAssembly
{
    /// <param name="before">A ruleset of which everything is kept that did not change.</param>
    /// <param name="broken">What has errors; null for nothing.</param>
    public static Ruleset Assemble(
        ImmutableArray<Pack> packs, ImmutableArray<Registry> registries, Newsroom newsroom, RulesetSettings settings, Ruleset? before = null, BrokenFiles? broken = null)
    {
        broken = broken is null ? BrokenFiles.None : broken with { Packs = [.. broken.Packs.Where(p => !newsroom.PacksOff.Contains(p.Id))] };
        var on = packs.Where(p => !newsroom.PacksOff.Contains(p.Id))
            .Select(p => p with { Rules = [.. p.Rules.Select(newsroom.Apply)] })
            .OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        var facts = new RulesetFacts(RepostRules(on));
        var effective = on.Select(p => p with { Rules = [.. p.Rules.Select(r => r with { When = r.When.Bind(facts) })] }).ToImmutableArray();
        var rules = RuleOrder.Sort(effective.SelectMany(p => p.Rules)).Where(r => r.Status != RuleStatus.Off).ToImmutableArray();
        var byId = registries.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
        var version = Version(packs, registries, newsroom, settings, broken);
        return new Ruleset
        {
            Version = version,
            TimeZone = settings.TimeZone,
            PublicUrl = settings.PublicUrl,
            Packs = effective,
            PacksAsRead = packs,
            Newsroom = newsroom,
            Rules = rules,
            Registries = byId,
            DefaultJurisdictions = settings.Jurisdictions,
            UnusableRegistries = Unusable(rules, byId),
            Broken = broken,
            Index = FactIndex.Build(effective, registries, rules, before?.Index),
            Triggers = RuleTriggers.Of(rules),
            Reference = new RulesetReference(
                version,
                Exceptions.None.Version,
                [.. effective.Select(p => $"{p.Id}@{p.Version}")],
                [.. registries.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new RegistryReference(r.Id, r.Retrieved))]),
        };
    }

    private static ImmutableArray<RepostRule> RepostRules(IEnumerable<Pack> packs) =>
        [.. from pack in packs
            from rule in pack.Rules
            where rule.Status == RuleStatus.On
            from entity in rule.When.Tree().OfType<EntityCondition>()
            where entity.Material == Facts.MaterialKind.Repost
            from registry in entity.Registries.Order(StringComparer.Ordinal)
            select new RepostRule(registry, rule.From, rule.Until)];

    private static ImmutableArray<string> Unusable(ImmutableArray<Rule> rules, FrozenDictionary<string, Registry> registries) =>
        [.. rules.SelectMany(r => r.When.Tree()).SelectMany(RegistriesOf).Where(id => !registries.ContainsKey(id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> RegistriesOf(Condition condition) => condition switch
    {
        EntityCondition entity => entity.Registries,
        FormerCondition former => former.Registries,
        _ => [],
    };

    /// <summary>
    /// Everything that can change an answer: content of packs, registries and switches, the time zone, the default jurisdictions, the address in
    /// labels, and what is broken.
    /// </summary>
    private static string Version(
        ImmutableArray<Pack> packs, ImmutableArray<Registry> registries, Newsroom newsroom, RulesetSettings settings, BrokenFiles broken) => RuleFiles.Hash(
    [
        .. packs.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => $"pack {p.Id} {p.ContentHash}"),
        .. registries.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"registry {r.Id} {r.ContentHash}"),
        $"newsroom {newsroom.ContentHash}",
        $"zone {settings.TimeZone.Id}",
        $"public {settings.PublicUrl}",
        $"jurisdictions {string.Join(',', settings.Jurisdictions.Order(StringComparer.Ordinal))}",
        .. broken.Lines(),
    ]);
}
