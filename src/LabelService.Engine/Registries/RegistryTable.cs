using System.Collections.Immutable;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>A registry as text: what an import writes, and what it reads again before it dares to.</summary>
public static class RegistryTable
{
    /// <returns>The registry, null where anything is wrong, and all that is wrong.</returns>
    public static (Registry? Registry, ImmutableArray<RuleFileError> Errors) Read(string id, string csv, string? note)
    {
        var errors = new FileErrors();
        var registry = RegistryFile.Read(id, $"{id}.csv", csv, $"{id}.yaml", note, errors);
        return (registry, errors.Errors);
    }

    /// <returns>The table of the contract, one row a listing period, in the order of the entities.</returns>
    public static string Write(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var text = new StringBuilder().AppendJoin(',', RegistryCsv.Headers).Append('\n');
        foreach (var entity in entities)
        {
            foreach (var listing in entity.Listings)
            {
                text.AppendJoin(',', Cells(entity, listing).Select(Quoted)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string?[] Cells(Entity e, Listing listing) =>
    [
        e.Id, Kebab<EntityKind>.Word(e.Kind), e.Name, e.NameEn, List(e.Aliases), List(e.QuotedAliases),
        e.Gender == Gender.Unknown ? null : Kebab<Gender>.Word(e.Gender), List(e.Domains), List(e.Accounts), e.Country,
        $"{listing.From:yyyy-MM-dd}", $"{listing.Until:yyyy-MM-dd}", listing.Order, listing.Source, e.Notes,
    ];

    /// <summary>A semicolon inside a name would part it in two.</summary>
    private static string List(ImmutableArray<string> items) => string.Join(';', items.Select(i => i.Replace(';', ',')));

    private static string Quoted(string? cell) =>
        cell is null ? "" : cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
