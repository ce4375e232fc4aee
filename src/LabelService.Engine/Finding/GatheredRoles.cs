using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>The roles in which an article shows one entity, each with its own evidence: a sure mention says nothing of who wrote it.</summary>
internal sealed class GatheredRoles
{
    private readonly SortedList<Role, Gathered> _roles = [];

    public bool Holds(Role role) => _roles.ContainsKey(role);

    public void Add(Role role, Evidence evidence, NameReason reason, int most)
    {
        if (!_roles.TryGetValue(role, out var gathered))
        {
            _roles.Add(role, gathered = new Gathered());
        }

        gathered.Add(evidence, reason, most);
    }

    /// <summary>The strongest role, and where that one is not sure, the strongest that is.</summary>
    public IEnumerable<EntityFact> ToFacts(Entity entity, MaterialJudge material, string language)
    {
        foreach (var (role, gathered) in _roles)
        {
            if (gathered.IsCertain || role == _roles.Keys[0])
            {
                yield return gathered.ToFact(entity, role, role == Role.Source ? material.Of(entity) : MaterialKind.Own, language);
            }

            if (gathered.IsCertain)
            {
                yield break;
            }
        }
    }

    private sealed class Gathered
    {
        private readonly List<Evidence> _evidence = [];
        private NameReason _reason = NameReason.NotThisOne;

        public bool IsCertain => NameReasons.CertaintyOf(_reason) == Certainty.Certain;

        public void Add(Evidence evidence, NameReason reason, int most)
        {
            _reason = NameReasons.Confidence(reason) > NameReasons.Confidence(_reason) ? reason : _reason;
            // Overlapping forms of one name at one place are one piece of evidence.
            if (_evidence.Count < most && !_evidence.Any(e => e.Field == evidence.Field && e.Start < evidence.End && evidence.Start < e.End))
            {
                _evidence.Add(evidence);
            }
        }

        public EntityFact ToFact(Entity entity, Role role, MaterialKind material, string language) =>
            new(entity, role, IsCertain, NameReasons.Confidence(_reason), material, NameReasons.Text(_reason, language), [.. _evidence]);
    }
}
