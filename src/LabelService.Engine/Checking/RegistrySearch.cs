using System.Collections.Immutable;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>How a query led to an entity, the surest first.</summary>
public enum FoundBy { Id, Name, Alias, Domain, Account, Form, PartOfName, PartOfAddress }

/// <param name="What">The name or address that the query meets.</param>
/// <param name="Reason">How sure such a form is in a text; null where the query is no form of a name.</param>
public sealed record RegistryFind(Registry Registry, Entity Entity, FoundBy By, string What, NameReason? Reason);

/// <summary>Looks entities up by any name, in any form that a text would be found by, by address or by id.</summary>
public sealed class RegistrySearch(Ruleset ruleset)
{
    /// <param name="registry">The id of the only registry to be searched; null for all.</param>
    /// <returns>Each entity once, by the surest way to it, ordered by that and by name.</returns>
    public ImmutableArray<RegistryFind> Find(string query, string? registry = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = RegistryQuery.Of(query);
        if (asked.IsEmpty)
        {
            return [];
        }

        var forms = Forms(query.Trim());
        return
        [
            .. ruleset.Registries.Values.Where(r => registry is null || r.Id == registry)
                .SelectMany(r => r.Entities.Select(e => asked.Meet(r, e, forms.GetValueOrDefault(e)))).OfType<RegistryFind>()
                .OrderBy(f => f.By).ThenBy(f => f.Entity.Name, StringComparer.Ordinal).ThenBy(f => f.Entity.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The forms by which texts are searched for an entity of the ruleset, for a person to read.</summary>
    public ImmutableArray<NameForms> Forms(Entity entity) => EntityForms.Of(entity, ruleset.Index.Names);

    /// <summary>What the matcher itself finds in the query, written as it stands, with capitals, or in quotes.</summary>
    private Dictionary<Entity, NameHit> Forms(string query)
    {
        var found = new Dictionary<Entity, NameHit>(ReferenceEqualityComparer.Instance);
        foreach (var text in new[] { query, Capitalised(query), $"«{Capitalised(query)}»" }.Distinct(StringComparer.Ordinal))
        {
            foreach (var hit in NameFinder.Find(text, ruleset.Index.Names))
            {
                if (IsMeant(hit.Reason) && (!found.TryGetValue(hit.Entity, out var other) || hit.Certainty < other.Certainty))
                {
                    found[hit.Entity] = hit;
                }
            }
        }

        return found;
    }

    /// <summary>A name that is weak evidence in a text is a good query still; a name of somebody else is not.</summary>
    private static bool IsMeant(NameReason reason) => NameReasons.CertaintyOf(reason) != Certainty.Rejected
        || reason is NameReason.OrdinaryWord or NameReason.QuotedPartOnly or NameReason.SharedSurname;

    private static string Capitalised(string query) =>
        string.Join(' ', query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
