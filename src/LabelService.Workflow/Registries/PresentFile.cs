using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>What happens to entities that the present file has and the export has not.</summary>
public enum MissingEntities
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>Their open listing ends on the day of the export.</summary>
    End,

    /// <summary>They go.</summary>
    Drop,
}

/// <summary>
/// Joins an import with the file it replaces. The export's listings, name and kind win; what people added (a name in English, notes,
/// further aliases and addresses) stays, and the report names it.
/// </summary>
internal static class PresentFile
{
    public static Entity Carry(Entity read, Entity present, ImportReport report)
    {
        string[] former = NameKey.Of(present.Name) == NameKey.Of(read.Name) ? [] : [present.Name];
        var carried = read with
        {
            NameEn = read.NameEn ?? present.NameEn,
            Aliases = [.. read.Aliases.Union(present.Aliases).Union(former).Where(a => a != read.Name)],
            QuotedAliases = [.. read.QuotedAliases.Union(present.QuotedAliases)],
            Domains = [.. read.Domains.Union(present.Domains)],
            Accounts = [.. read.Accounts.Union(present.Accounts)],
            Kind = present.Kind == EntityKind.Media && read.Kind == EntityKind.Organisation ? EntityKind.Media : read.Kind,
            Gender = read.Gender == Gender.Unknown ? present.Gender : read.Gender,
            Country = read.Country ?? present.Country,
            Notes = read.Notes ?? present.Notes,
        };
        var kept = Kept(read, carried);
        if (kept.Length > 0)
        {
            report.Add(new OddRow(Oddity.KeptFromFile, "", 0, read.Name, kept));
        }

        return carried;
    }

    /// <summary>The entities that only the present file has, as they go on.</summary>
    public static IEnumerable<Entity> Missing(IEnumerable<Entity> missing, MissingEntities what, DateOnly day, ImportReport report)
    {
        foreach (var entity in missing)
        {
            report.Add(new OddRow(Oddity.OnlyInFile, "", 0, entity.Name, what switch { MissingEntities.Keep => "kept", MissingEntities.End => $"ended on {day:yyyy-MM-dd}", _ => "dropped" }));
            if (what != MissingEntities.Drop)
            {
                yield return what == MissingEntities.Keep ? entity : entity with { Listings = [.. entity.Listings.Select(l => l.Until is null && l.From < day ? l with { Until = day } : l)] };
            }
        }
    }

    private static string Kept(Entity read, Entity carried) => string.Join("; ",
    [
        .. carried.Aliases.Except(read.Aliases), .. carried.QuotedAliases.Except(read.QuotedAliases),
        .. carried.Domains.Except(read.Domains), .. carried.Accounts.Except(read.Accounts),
    ]);
}
