using System.Collections.Immutable;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>
/// Reads <c>&lt;id&gt;.brands.csv</c>, the list that people keep beside a registry, and adds its brands to the entities. It is a file
/// of its own so that no import of the register touches it.
/// </summary>
internal static class BrandsFile
{
    public static readonly ImmutableArray<string> Headers = ["name", "brand", "quoted", "note"];

    private static readonly ImmutableArray<string> Required = ["name", "brand"];

    public static ImmutableArray<Brand> Read(string file, string text, FileErrors errors)
    {
        var brands = ImmutableArray.CreateBuilder<Brand>();
        foreach (var row in CsvTable.Read(file, text, Headers, Required, errors))
        {
            if (row.CheckCells(errors)
                & row.Required("name", "the id of an entity or its name as the register writes it", errors)
                & row.Required("brand", "the name under which readers know it", errors))
            {
                brands.Add(new Brand(row.Cell("name"), row.Cell("brand"), IsQuoted(row, errors), row.At("name")));
            }
        }

        return brands.ToImmutable();
    }

    /// <summary>The entities with their brands; a brand of nobody is only reported, for an entity may leave a register any Friday.</summary>
    public static ImmutableArray<Entity> Merge(ImmutableArray<Entity> entities, ImmutableArray<Brand> brands, FileErrors errors)
    {
        var owners = Owners(entities);
        var merged = entities.ToBuilder();
        foreach (var brand in brands)
        {
            if (!owners.TryGetValue(brand.Owner, out var found) && !owners.TryGetValue(NameKey.Of(brand.Owner), out found))
            {
                errors.Warn(brand.At, "brand-unused", $"no entity has the id or name '{Words.Short(brand.Owner)}', so the brand '{Words.Short(brand.Name)}' matches nothing; {Words.Hint(brand.Owner, entities.Select(e => e.Id))}");
                continue;
            }

            found.ForEach(i => merged[i] = With(merged[i], brand));
            if (!brand.Quoted && OrdinaryNames.IsOrdinary(brand.Name))
            {
                errors.Warn(brand.At, "ordinary-alias", RegistryLint.OrdinaryAlias(brand.Name, "write yes in 'quoted'"));
            }
        }

        return merged.ToImmutable();
    }

    private static Dictionary<string, List<int>> Owners(ImmutableArray<Entity> entities)
    {
        var owners = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < entities.Length; i++)
        {
            string[] keys = [entities[i].Id, NameKey.Of(entities[i].Name), .. entities[i].Aliases.Select(NameKey.Of)];
            foreach (var key in keys.Distinct(StringComparer.Ordinal))
            {
                (owners.TryGetValue(key, out var list) ? list : owners[key] = []).Add(i);
            }
        }

        return owners;
    }

    private static Entity With(Entity entity, Brand brand) => brand.Quoted
        ? entity with { QuotedAliases = [.. entity.QuotedAliases.Union([brand.Name])] }
        : entity with { Aliases = [.. entity.Aliases.Union([brand.Name])] };

    private static bool IsQuoted(RegistryRow row, FileErrors errors)
    {
        switch (row.Cell("quoted").ToLowerInvariant())
        {
            case "" or "no" or "false":
                return false;
            case "yes" or "true":
                return true;
            case var other:
                errors.Add(row.At("quoted"), "quoted", $"'{Words.Short(other)}' in 'quoted' is neither yes nor no; write yes where the brand is an ordinary word that counts only in quotes");
                return false;
        }
    }
}
