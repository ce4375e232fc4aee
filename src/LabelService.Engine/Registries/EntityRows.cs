using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Makes entities of rows: the first row of an id describes it, each further one adds a listing period.</summary>
internal static class EntityRows
{
    private const int LongestId = 100;

    public static ImmutableArray<Entity> Join(string registry, IReadOnlyList<RegistryRow> rows, FileErrors errors)
    {
        var entities = new Dictionary<string, Draft>(rows.Count, StringComparer.Ordinal);
        var order = new List<Draft>(rows.Count);
        foreach (var row in rows)
        {
            if (!row.CheckCells(errors) | !HasId(row, errors))
            {
                continue;
            }

            if (!entities.TryGetValue(row.Id, out var draft))
            {
                entities.Add(row.Id, draft = new Draft(row, Describe(registry, row, errors)));
                order.Add(draft);
            }
            else
            {
                draft.Again(row, errors);
            }

            draft.AddListing(row, errors);
        }

        var finished = order.Select(d => (Entity: d.Finish(errors), Row: d.First)).ToList();
        RegistryLint.Run(finished, errors);
        return [.. finished.Select(f => f.Entity)];
    }

    private static bool HasId(RegistryRow row, FileErrors errors)
    {
        if (!row.Required("id", "ru-fa:example-media", errors))
        {
            return false;
        }

        if (row.Id.Length <= LongestId && row.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.'))
        {
            return true;
        }

        errors.Add(row.At("id"), "id", $"'{Words.Short(row.Id)}' is not an id; use Latin letters, digits and : - _ . (at most {LongestId}), such as ru-fa:example-media");
        return false;
    }

    private static Entity Describe(string registry, RegistryRow row, FileErrors errors)
    {
        row.Required("name", "the name as the register writes it", errors);
        return new Entity
        {
            Id = row.Id,
            Registry = registry,
            Kind = Kind(row, errors) ?? EntityKind.Organisation,
            Name = row.Cell("name"),
            NameEn = row.Optional("name_en"),
            Aliases = row.List("aliases"),
            QuotedAliases = row.List("quoted_aliases"),
            Gender = GenderOf(row, errors),
            Domains = WebAddresses.Domains(row, errors),
            Accounts = WebAddresses.Accounts(row, errors),
            Country = row.Optional("country"),
            Notes = row.Optional("notes"),
            Listings = [],
        };
    }

    private static EntityKind? Kind(RegistryRow row, FileErrors errors)
    {
        if (!row.Required("kind", "media", errors))
        {
            return null;
        }

        if (Kebab<EntityKind>.TryParse(row.Cell("kind"), out var kind))
        {
            return kind;
        }

        errors.Add(row.At("kind"), "kind", $"'{Words.Short(row.Cell("kind"))}' is not a kind; {Words.Hint(row.Cell("kind"), Kebab<EntityKind>.Words)}");
        return null;
    }

    private static Gender GenderOf(RegistryRow row, FileErrors errors)
    {
        switch (row.Cell("gender").ToLowerInvariant())
        {
            case "":
                return Gender.Unknown;
            case "m" or "male" or "masculine":
                return Gender.Masculine;
            case "f" or "female" or "feminine":
                return Gender.Feminine;
            case var other:
                errors.Add(row.At("gender"), "gender", $"'{Words.Short(other)}' is not a gender; write masculine, feminine, or leave the cell empty");
                return Gender.Unknown;
        }
    }

    private sealed class Draft(RegistryRow first, Entity entity)
    {
        private readonly List<(Listing Listing, RegistryRow Row)> _listings = [];
        private Entity _entity = entity;

        public RegistryRow First => first;

        /// <summary>A register may rename a body between two listings: the later name is an alias, and so are its aliases.</summary>
        public void Again(RegistryRow row, FileErrors errors)
        {
            var later = Describe(_entity.Registry, row, errors);
            if (later.Kind != _entity.Kind)
            {
                errors.Add(row.At("kind"), "kind-differs", $"'{row.Id}' is {Kebab<EntityKind>.Word(_entity.Kind)} in line {first.Line}; all rows of an id have one kind");
            }

            string[] renamed = later.Name.Length > 0 && later.Name != _entity.Name ? [later.Name] : [];
            _entity = _entity with
            {
                Aliases = [.. _entity.Aliases.Union(renamed).Union(later.Aliases)],
                QuotedAliases = [.. _entity.QuotedAliases.Union(later.QuotedAliases)],
                Domains = [.. _entity.Domains.Union(later.Domains)],
                Accounts = [.. _entity.Accounts.Union(later.Accounts)],
                NameEn = _entity.NameEn ?? later.NameEn,
                Notes = _entity.Notes ?? later.Notes,
            };
        }

        public void AddListing(RegistryRow row, FileErrors errors)
        {
            row.Required("listed_from", "2021-10-15", errors);
            var until = row.Day("listed_until", errors);
            if (row.Day("listed_from", errors) is not { } from)
            {
                return;
            }

            if (until <= from)
            {
                errors.Add(row.At("listed_until"), "listing-order", $"listed_until {until:yyyy-MM-dd} is not after listed_from {from:yyyy-MM-dd}; it is the first day off the list, or empty while the listing lasts");
                return;
            }

            _listings.Add((new Listing(from, until, row.Optional("order"), row.Optional("source")), row));
        }

        public Entity Finish(FileErrors errors)
        {
            var sorted = _listings.OrderBy(l => l.Listing.From).ToList();
            for (var i = 1; i < sorted.Count; i++)
            {
                var (earlier, before) = sorted[i - 1];
                if (earlier.Until is not { } until || until > sorted[i].Listing.From)
                {
                    var row = sorted[i].Row;
                    var lasts = earlier.Until is { } end ? $"lasts until {end:yyyy-MM-dd}" : (Told)"has no end";
                    errors.Add(row.At("listed_from"), "listing-overlap", $"this listing of '{row.Id}' begins on {sorted[i].Listing.From:yyyy-MM-dd}, while the one in line {before.Line} {lasts}; periods of one id must not overlap");
                }
            }

            return _entity with { Listings = [.. sorted.Select(l => l.Listing)] };
        }
    }
}
