using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Rulesets;

/// <summary>Settles what packs name in other files, and refuses ids used twice and rules that wait for each other.</summary>
/// <param name="registryFiles">Ids of all registries that have a file, broken ones too: a pack is not at fault for those.</param>
internal sealed class ReferenceCheck(ImmutableArray<Registry> registries, IEnumerable<string> registryFiles)
{
    private readonly HashSet<string> _registryIds = registryFiles.ToHashSet(StringComparer.Ordinal);

    private readonly Owners _rules = new("rule");
    private readonly Owners _forms = new("notice form");
    private readonly Owners _scales = new("age scale");
    private readonly Dictionary<string, AgeScale> _marks = new(StringComparer.Ordinal);

    public void Run(List<(string Id, Pack? Pack, FileErrors Errors)> read, Ruleset? lastGood)
    {
        // A broken pack that has a last good state still defines what others refer to.
        var packs = read.Select(r => r.Pack ?? lastGood?.PacksAsRead.FirstOrDefault(p => p.Id == r.Id)).OfType<Pack>().ToList();
        foreach (var pack in packs)
        {
            var errors = read.Find(r => r.Id == pack.Id).Errors;
            pack.Rules.ToList().ForEach(r => _rules.Add(r.Id, pack, r.Position, errors));
            pack.Notices.ToList().ForEach(n => _forms.Add(n.Id, pack, n.Position, errors));
            foreach (var scale in pack.AgeScales)
            {
                _scales.Add(scale.Id, pack, scale.Position, errors);
                _marks.TryAdd(scale.Id, scale);
            }
        }

        foreach (var (_, pack, errors) in read.Where(r => r.Pack is not null))
        {
            References(pack!, errors);
        }

        foreach (var (_, pack, errors) in read.Where(r => r.Pack is not null && !r.Errors.Any).ToList())
        {
            Dependences(pack!, errors, id => read.Find(r => r.Id == id).Errors?.Any == true && lastGood?.PacksAsRead.Any(p => p.Id == id) != true);
        }

        foreach (var cycle in RuleOrder.Cycles(packs.SelectMany(p => p.Rules)))
        {
            foreach (var (rule, at) in cycle)
            {
                var path = string.Join(" → ", cycle.Select(c => c.Rule.Id).Append(cycle[0].Rule.Id));
                read.Find(r => r.Id == rule.Pack).Errors?.Add(at, "rule-cycle", $"these rules wait for each other: {path}; take one of the references out");
            }
        }
    }

    private void References(Pack pack, FileErrors errors)
    {
        foreach (var reference in pack.References)
        {
            switch (reference.Kind)
            {
                case ReferenceKind.Registry:
                    Expect(reference, _registryIds, "registry", errors);
                    break;
                case ReferenceKind.Rule:
                    Expect(reference, _rules.Ids, "rule", errors);
                    break;
                case ReferenceKind.NoticeForm:
                    Expect(reference, _forms.Ids, "notice form", errors);
                    break;
                case ReferenceKind.AgeScale:
                    Expect(reference, _scales.Ids, "age scale", errors);
                    break;
                case ReferenceKind.AgeMark:
                    ExpectMark(reference, errors);
                    break;
                case ReferenceKind.Entity:
                    ExpectEntity(reference, errors);
                    break;
            }
        }
    }

    /// <summary>What rests on a pack that cannot be used cannot be used either: half of a rule's demands must not vanish unseen.</summary>
    private void Dependences(Pack pack, FileErrors errors, Func<string, bool> isLost)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in pack.References)
        {
            var (owners, what) = reference.Kind switch
            {
                ReferenceKind.Rule => (_rules, (Told)"rule"),
                ReferenceKind.NoticeForm => (_forms, "notice form"),
                ReferenceKind.AgeScale => (_scales, "age scale"),
                _ => (null, "rule"),
            };
            if (owners?.Owner(reference.Id) is { } owner && owner != pack.Id && isLost(owner) && told.Add(owner))
            {
                errors.Add(reference.Position, "depends-on-broken", $"the {what} '{Words.Short(reference.Id)}' is in the pack '{owner}', which has errors; mend that pack first");
            }
        }
    }

    private static void Expect(RuleReference reference, ICollection<string> known, Told what, FileErrors errors)
    {
        if (!known.Contains(reference.Id))
        {
            errors.Add(reference.Position, $"unknown-{what.ToString().Replace(' ', '-')}", $"there is no {what} '{Words.Short(reference.Id)}'; {Words.Hint(reference.Id, known.Order(StringComparer.Ordinal))}");
        }
    }

    private void ExpectMark(RuleReference reference, FileErrors errors)
    {
        if (_marks.TryGetValue(reference.Id, out var scale) && scale.Rank(reference.Detail!) < 0)
        {
            errors.Add(reference.Position, "unknown-mark", $"the scale '{scale.Id}' has no mark '{Words.Short(reference.Detail!)}'; {Words.Hint(reference.Detail!, scale.Marks.Select(m => m.Value))}");
        }
    }

    /// <summary>An entity may leave a registry with the next import; that must not break the pack.</summary>
    private void ExpectEntity(RuleReference reference, FileErrors errors)
    {
        var named = reference.Detail!.Split('\n');
        var searched = registries.Where(r => named.Contains(r.Id)).ToList();
        if (searched.Count > 0 && !searched.Exists(r => r.Entities.Any(e => e.Id == reference.Id)))
        {
            errors.Warn(reference.Position, "unknown-entity", $"no entity '{Words.Short(reference.Id)}' is in {Words.AnyOf(searched.Select(r => r.Id))}; {Words.Hint(reference.Id, searched.SelectMany(r => r.Entities).Select(e => e.Id))}");
        }
    }

    /// <summary>Which pack defines an id first; a second one that defines it too is at fault.</summary>
    private sealed class Owners(Told what)
    {
        private readonly Dictionary<string, string> _packs = new(StringComparer.Ordinal);

        public ICollection<string> Ids => _packs.Keys;

        public string? Owner(string id) => _packs.GetValueOrDefault(id);

        public void Add(string id, Pack pack, Position at, FileErrors errors)
        {
            if (!_packs.TryAdd(id, pack.Id) && _packs[id] != pack.Id)
            {
                errors.Add(at, "duplicate-id", $"the {what} '{id}' is also in the pack '{_packs[id]}'; ids are used once across all packs");
            }
        }
    }
}
