using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>
/// Joins rows of one entity. Rows with one key of the source's are one. Rows with one name are one where one period ends before the
/// next begins (a body removed and listed again); where both hold at a time they are two bodies, or namesakes.
/// </summary>
internal sealed class DraftJoiner(ImportReport report)
{
    public IReadOnlyList<Draft> Join(IEnumerable<(Draft Draft, ExportRow Row)> rows, bool mergesNames)
    {
        var joined = new List<Draft>();
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (draft, row) in rows)
        {
            var name = $"{draft.Entity.Kind} {NameKey.Of(draft.Entity.Name)}";
            var same = places.TryGetValue(draft.Key ?? name, out var list) ? list : places[draft.Key ?? name] = [];
            var place = same.FindIndex(i => draft.Key is not null || mergesNames || Fits(joined[i].Entity, draft.Entity));
            if (place >= 0)
            {
                joined[same[place]] = Together(joined[same[place]], draft, row);
                continue;
            }

            if (same.Count > 0)
            {
                report.Add(Oddity.Namesake, row);
            }

            same.Add(joined.Count);
            joined.Add(draft);
        }

        return joined;
    }

    /// <summary>Whether the period of the second keeps clear of the first's, or is the same row once more.</summary>
    private static bool Fits(Entity first, Entity second) =>
        first.Listings.Contains(second.Listings[0]) || first.Listings.All(l => Apart(l, second.Listings[0]));

    private static bool Apart(Listing a, Listing b) => (a.Until is { } first && first <= b.From) || (b.Until is { } second && second <= a.From);

    private Draft Together(Draft first, Draft second, ExportRow row)
    {
        var listing = second.Entity.Listings[0];
        var (listings, oddity) = first.Entity.Listings.Contains(listing) ? (first.Entity.Listings, Oddity.DuplicateRow) : Merge(first.Entity.Listings.Add(listing));
        report.Add(oddity, row, string.Join(", ", listings.Select(l => $"{l.From:yyyy-MM-dd}–{l.Until:yyyy-MM-dd}")));
        return first with { Entity = Described(first.Entity, second.Entity) with { Listings = listings } };
    }

    /// <summary>The row of the later listing has the name of today.</summary>
    private static Entity Described(Entity first, Entity second)
    {
        var (earlier, later) = second.Listings[0].From > first.Listings[^1].From ? (first, second) : (second, first);
        string[] former = earlier.Name == later.Name ? [] : [earlier.Name];
        return later with
        {
            NameEn = later.NameEn ?? earlier.NameEn,
            Aliases = [.. later.Aliases.Union(earlier.Aliases).Union(former)],
            QuotedAliases = [.. later.QuotedAliases.Union(earlier.QuotedAliases)],
            Domains = [.. later.Domains.Union(earlier.Domains)],
            Accounts = [.. later.Accounts.Union(earlier.Accounts)],
            Country = later.Country ?? earlier.Country,
            Notes = later.Notes ?? earlier.Notes,
        };
    }

    private static (ImmutableArray<Listing> Listings, Oddity Oddity) Merge(ImmutableArray<Listing> listings)
    {
        var sorted = listings.Sort((a, b) => a.From.CompareTo(b.From));
        var apart = new List<Listing> { sorted[0] };
        foreach (var next in sorted.Skip(1))
        {
            if (apart[^1].Until is { } end && end <= next.From)
            {
                apart.Add(next);
            }
            else
            {
                var last = apart[^1];
                apart[^1] = last with { Until = last.Until is null || next.Until is null ? null : last.Until > next.Until ? last.Until : next.Until };
            }
        }

        return ([.. apart], apart.Count == listings.Length ? Oddity.ListedAgain : Oddity.PeriodsMerged);
    }
}
