using System.Globalization;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>Which entities differ between two rulesets, or began or ended between two days.</summary>
internal static class EntityChanges
{
    public static List<EntityChange> Between(Ruleset before, Ruleset after, DayStep days)
    {
        var changes = new List<EntityChange>();
        foreach (var id in before.Registries.Keys.Union(after.Registries.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Registries.GetValueOrDefault(id), after.Registries.GetValueOrDefault(id));
            if (was is not null && becomes is not null && (ReferenceEquals(was, becomes) || was.ContentHash == becomes.ContentHash))
            {
                changes.AddRange(becomes.Entities.Select(e => Passed(e, days)).OfType<EntityChange>());
                continue;
            }

            Compare(Entities(was), Entities(becomes), days, changes);
        }

        return changes;
    }

    private static Dictionary<string, Entity> Entities(Registry? registry)
    {
        var entities = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in registry?.Entities ?? [])
        {
            entities.TryAdd(entity.Id, entity);
        }

        return entities;
    }

    private static void Compare(Dictionary<string, Entity> was, Dictionary<string, Entity> becomes, DayStep days, List<EntityChange> changes)
    {
        foreach (var (id, entity) in becomes)
        {
            if (!was.TryGetValue(id, out var earlier))
            {
                changes.Add(Of(EntityChangeKind.Added, entity));
            }
            else if (Text(earlier) != Text(entity))
            {
                changes.Add(Of(IsEnding(earlier, entity) ? EntityChangeKind.Ended : EntityChangeKind.Changed, entity));
            }
            else if (Passed(entity, days) is { } passed)
            {
                changes.Add(passed);
            }
        }

        changes.AddRange(was.Values.Where(e => !becomes.ContainsKey(e.Id)).Select(e => Of(EntityChangeKind.Ended, e)));
    }

    private static EntityChange? Passed(Entity entity, DayStep days)
    {
        if (days.IsNone)
        {
            return null;
        }

        foreach (var listing in entity.Listings)
        {
            if (days.Passes(listing.Until))
            {
                return Of(EntityChangeKind.Ended, entity);
            }

            if (days.Passes(listing.From))
            {
                return Of(EntityChangeKind.Changed, entity);
            }
        }

        return null;
    }

    private static EntityChange Of(EntityChangeKind kind, Entity entity) => new(kind, entity.Id, entity.Registry, entity.Name);

    /// <summary>Whether the one difference is that a listing has an end by now.</summary>
    private static bool IsEnding(Entity earlier, Entity entity) =>
        earlier.Listings.Length == entity.Listings.Length
        && earlier.Listings.Any(l => l.Until is null) && entity.Listings.All(l => l.Until is not null)
        && earlier.Listings.Zip(entity.Listings).All(l => l.First.From == l.Second.From);

    /// <summary>Everything that can change an answer.</summary>
    private static string Text(Entity e) => string.Join('\n',
    [
        e.Kind.ToString(), e.Name, e.NameEn ?? "", e.Gender.ToString(), e.Country ?? "",
        .. Parts("alias", e.Aliases), .. Parts("quoted", e.QuotedAliases), .. Parts("domain", e.Domains), .. Parts("account", e.Accounts),
        .. e.Listings.Select(l => string.Create(CultureInfo.InvariantCulture, $"listing {l.From:yyyy-MM-dd} {l.Until:yyyy-MM-dd} {l.Order} {l.Source}")),
    ]);

    private static IEnumerable<string> Parts(string name, IEnumerable<string> parts) => parts.Select(p => $"{name} {p}");
}
