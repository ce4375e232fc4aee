using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Web.Playground;

namespace LabelService.Web.Lookup;

/// <summary>The page at <c>/registries</c>: the registers, what was found in them, and a box to try a sentence.</summary>
/// <param name="Found">The first of what was found.</param>
/// <param name="Total">How many were found in all.</param>
internal sealed record SearchPage(PageLook Look, LookupQuery Query, ImmutableArray<Registry> Registries, ImmutableArray<RegistryFind> Found, int Total) : LookupPage(Look)
{
    private const int MostShown = 50;

    public TryPage? Tried { get; init; }

    public static SearchPage Of(PageLook look, Ruleset ruleset, LookupQuery query)
    {
        var found = new RegistrySearch(ruleset).Find(query.Words, query.Registry);
        ImmutableArray<Registry> registries = [.. ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal)];
        return new SearchPage(look, query, registries, [.. found.Take(MostShown)], found.Length);
    }
}
