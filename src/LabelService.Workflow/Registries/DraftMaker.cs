using System.Collections.Immutable;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries.Names;

namespace LabelService.Workflow.Registries;

/// <summary>Makes of each row an entity with one listing; a row without a name or a day makes none.</summary>
internal sealed class DraftMaker(string registry, ImportReport report)
{
    public Draft? Make(ExportRow row, bool isRussian)
    {
        if (Fault(row, out var listing) is { } fault)
        {
            report.Add(Oddity.Skipped, row, fault);
            return null;
        }

        if (listing.Until <= listing.From)
        {
            report.Add(Oddity.NoPeriod, row, $"{listing.From:yyyy-MM-dd} to {listing.Until:yyyy-MM-dd}");
            return null;
        }

        var (kind, name) = NameReader.Read(row, isRussian, report);
        var (domains, accounts) = WebResources.Read(row, report);
        var entity = new Entity
        {
            Id = "",
            Registry = registry,
            Kind = kind,
            Name = name.Name,
            NameEn = Tidy(row.NameEn) ?? name.NameEn,
            Aliases = Others(name, row.Aliases.AddRange(name.Aliases)),
            QuotedAliases = Others(name, row.QuotedAliases.AddRange(name.QuotedAliases)),
            Gender = row.Gender != Gender.Unknown ? row.Gender : name.Gender,
            Domains = domains,
            Accounts = accounts,
            Country = name.Country ?? (row.Country is { } country ? Countries.Code(country) ?? NameTidy.Spaces(country) : null),
            Notes = Tidy(row.Notes),
            Listings = [listing],
        };
        return new Draft(entity, row.Key);
    }

    /// <summary>The name itself is no alias of it.</summary>
    private static ImmutableArray<string> Others(RegisterName name, ImmutableArray<string> aliases) =>
        [.. aliases.Select(a => NameTidy.Spaces(a)).Where(a => a.Length > 1 && a != name.Name).Distinct(StringComparer.Ordinal)];

    private static string? Tidy(string? text) => text is null || NameTidy.Spaces(text) is not { Length: > 0 } tidied ? null : tidied;

    private static string? Fault(ExportRow row, out Listing listing)
    {
        listing = default;
        if (NameKey.Of(row.Name).Length == 0)
        {
            return "it has no name";
        }

        if (!ExportDates.TryParse(row.From, out var from))
        {
            return row.From.Trim().Length == 0 ? "it has no day of listing" : $"its day of listing is no day; right would be {ExportDates.Examples}";
        }

        var end = row.Until.Trim();
        if (end.Length == 0)
        {
            listing = new Listing(from, null, Tidy(row.Order), Tidy(row.Source));
            return null;
        }

        listing = new Listing(from, ExportDates.TryParse(end, out var until) ? until : null, Tidy(row.Order), Tidy(row.Source));
        return listing.Until is null ? $"it is off the list, but the day is no day; right would be {ExportDates.Examples}" : null;
    }
}
