using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Web.Rules;

/// <summary>Some of a registry's entities, by id. The cursor is the id of the last one, so a reload in between loses nothing.</summary>
/// <param name="Next">What to send as <c>cursor</c> for more; null at the end.</param>
internal sealed record EntityPage(ImmutableArray<EntityView> Entities, string? Next)
{
    public static EntityPage Of(Registry registry, string? query, string? cursor, int limit)
    {
        var found = registry.Entities
            .Where(e => cursor is null || string.CompareOrdinal(e.Id, cursor) > 0)
            .Where(e => Matches(e, query?.Trim()))
            .OrderBy(e => e.Id, StringComparer.Ordinal)
            .Take(limit + 1)
            .ToList();
        var page = found.Take(limit).Select(EntityView.Of).ToImmutableArray();
        return new EntityPage(page, found.Count > limit ? page[^1].Id : null);
    }

    private static bool Matches(Entity entity, string? query) =>
        string.IsNullOrEmpty(query)
        || Texts(entity).Any(text => text.Contains(query, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Texts(Entity e) =>
        [e.Id, e.Name, e.NameEn ?? "", .. e.Aliases, .. e.QuotedAliases, .. e.Domains, .. e.Accounts];
}

internal sealed record EntityView(
    string Id, string Kind, string Name, string? NameEn, ImmutableArray<string> Aliases, ImmutableArray<string> QuotedAliases,
    ImmutableArray<string> Domains, ImmutableArray<string> Accounts, string? Country, ImmutableArray<ListingView> Listings)
{
    public static EntityView Of(Entity e) => new(
        e.Id, Kebab<EntityKind>.Word(e.Kind), e.Name, e.NameEn, e.Aliases, e.QuotedAliases, e.Domains, e.Accounts, e.Country,
        [.. e.Listings.Select(l => new ListingView(l.From, l.Until, l.Order, l.Source))]);
}

/// <param name="ListedUntil">The first day off the list; null while it lasts.</param>
internal sealed record ListingView(DateOnly ListedFrom, DateOnly? ListedUntil, string? Order, string? Source);
