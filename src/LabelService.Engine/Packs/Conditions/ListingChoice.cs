using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Which listing period of an entity counts on a day.</summary>
internal static class ListingChoice
{
    /// <summary>
    /// The period that covers the day; on an unknown day every period counts, and the one shown is that without end, else the latest.
    /// Null where none counts.
    /// </summary>
    public static SubjectMatch? On(EntityFact fact, DateOnly? day)
    {
        var listings = fact.Entity.Listings;
        if (day is not { } known)
        {
            if (listings.IsDefaultOrEmpty)
            {
                return null;
            }

            var open = listings.Where(l => l.Until is null).ToList();
            return open.Count > 0
                ? new SubjectMatch(fact, open[^1], EndedOnly: false)
                : new SubjectMatch(fact, listings.MaxBy(l => l.Until), EndedOnly: true);
        }

        foreach (var listing in listings)
        {
            if (listing.Covers(known))
            {
                return new SubjectMatch(fact, listing, EndedOnly: false);
            }
        }

        return null;
    }

    /// <summary>"since 2021-10-15", or "from … until …".</summary>
    public static string InWords(SubjectMatch match) => match.Listing.Until is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"from {match.Listing.From:yyyy-MM-dd} until {until:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"since {match.Listing.From:yyyy-MM-dd}");
}
