using System.Collections.Immutable;

namespace LabelService.Engine.Registries;

/// <summary>Compares two states of a register.</summary>
public static class RegistryDiff
{
    /// <returns>What differs, in the order of the kinds of change, each in the order of the newer state.</returns>
    public static ImmutableArray<RegistryChange> Compare(IReadOnlyList<Entity> before, IReadOnlyList<Entity> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = new EntityRecognition(before);
        var pairs = known.Pair(after);
        var found = pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        var changes = after.SelectMany(e => pairs.TryGetValue(e, out var old) ? Between(old, e) : [RegistryChange.Of(ChangeKind.Added, e, null, Periods(e.Listings))])
            .Concat(before.Where(e => !found.Contains(e)).Select(e => RegistryChange.Of(ChangeKind.Removed, e, Periods(e.Listings), null)));
        return [.. changes.OrderBy(c => c.Kind)];
    }

    private static IEnumerable<RegistryChange> Between(Entity before, Entity after)
    {
        if (NameKey.Of(before.Name) != NameKey.Of(after.Name))
        {
            yield return RegistryChange.Of(ChangeKind.Renamed, after, before.Name, after.Name);
        }

        var old = before.Listings.ToDictionary(l => l.From);
        var moved = before.Listings.Any(l => after.Listings.All(n => n.From != l.From));
        var begun = after.Listings.Where(l => !old.ContainsKey(l.From)).ToList();
        var again = !moved && before.Listings.All(l => l.Until is not null);
        foreach (var listing in begun.Where(_ => again))
        {
            yield return RegistryChange.Of(ChangeKind.ListedAgain, after, Periods(before.Listings), Period(listing));
        }

        foreach (var listing in after.Listings.Where(l => old.TryGetValue(l.From, out var was) && was.Until is null && l.Until is not null))
        {
            yield return RegistryChange.Of(ChangeKind.Delisted, after, Period(old[listing.From]), Period(listing));
        }

        var ends = after.Listings.Any(l => old.TryGetValue(l.From, out var was) && was.Until is not null && was.Until != l.Until);
        if (moved || ends || (begun.Count > 0 && !again))
        {
            yield return RegistryChange.Of(ChangeKind.DatesChanged, after, Periods(before.Listings), Periods(after.Listings));
        }
    }

    private static string Periods(ImmutableArray<Listing> listings) => string.Join(", ", listings.Select(Period));

    private static string Period(Listing listing) =>
        listing.Until is { } until ? $"{listing.From:yyyy-MM-dd} until {until:yyyy-MM-dd}" : $"since {listing.From:yyyy-MM-dd}";
}

/// <summary>The kinds of change, in the order in which a reader wants them.</summary>
public enum ChangeKind { Added, ListedAgain, Delisted, Removed, Renamed, DatesChanged }

/// <param name="Id">The entity's id in the newer state; in the older one where it is gone.</param>
/// <param name="Before">The name or periods in the older state.</param>
/// <param name="After">The name or periods in the newer state.</param>
public sealed record RegistryChange(ChangeKind Kind, string Id, string Name, string? Before, string? After)
{
    internal static RegistryChange Of(ChangeKind kind, Entity entity, string? before, string? after) => new(kind, entity.Id, entity.Name, before, after);
}
