using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>
/// Gives ids that stay. An entity that the present file knows keeps its id. A new one's id is made of the source's own key, or of the
/// name (a body's quoted part); where two share it, the one listed later gets its first day behind, so the earlier one's never moves.
/// </summary>
internal static class EntityIds
{
    /// <summary>The contract's ids have at most 100 characters.</summary>
    private const int LongestKey = 70;

    public static IReadOnlyList<Entity> Assign(IReadOnlyList<Draft> drafts, IReadOnlyDictionary<Entity, Entity> recognised, string prefix)
    {
        var ids = new Dictionary<Draft, string>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts.Where(d => recognised.ContainsKey(d.Entity)))
        {
            ids.Add(draft, recognised[draft.Entity].Id);
        }

        var taken = ids.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(d => !ids.ContainsKey(d)).OrderBy(d => d.Entity.Listings[0].From).ThenBy(d => d.Entity.Name, StringComparer.Ordinal))
        {
            var id = Choices(draft, prefix).First(c => !taken.Contains(c));
            taken.Add(id);
            ids.Add(draft, id);
        }

        return [.. drafts.Select(d => d.Entity with { Id = ids[d] })];
    }

    private static IEnumerable<string> Choices(Draft draft, string prefix)
    {
        var start = prefix.Length > 0 ? $"{prefix}:" : "";
        var id = start + (draft.Key is { } key ? KeyPart(key) : Slug.Of(BrandPart(draft.Entity)));
        yield return id;
        yield return $"{id}-{draft.Entity.Listings[0].From:yyyy-MM-dd}";
        yield return $"{id}-{Slug.Hash(draft.Entity.Name)}";
        for (var i = 2; ; i++)
        {
            yield return $"{id}-{Slug.Hash(draft.Entity.Name)}-{i}";
        }
    }

    private static string KeyPart(string key) =>
        key.Length <= LongestKey && key.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.') ? key : Slug.Of(key);

    /// <summary>What stands in a body's quotes; its legal form would be the beginning of a hundred ids.</summary>
    private static string BrandPart(Entity entity)
    {
        var quote = entity.Kind == EntityKind.Person ? -1 : entity.Name.IndexOf('«', StringComparison.Ordinal);
        return quote >= 0 && NameKey.Of(entity.Name[quote..]).Length > 1 ? entity.Name[quote..] : entity.Name;
    }
}
