using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Cli.Output;

/// <summary>An entity of a registry for a person to read.</summary>
internal static class EntityText
{
    public static string Write(Registry registry, Entity entity)
    {
        var text = new StringBuilder().AppendLine($"{entity.Name}{(entity.NameEn is { } english ? $" ({english})" : "")}");
        Line("id", $"{entity.Id}, {Kebab<EntityKind>.Word(entity.Kind)}, in {registry.Id}{(registry.Retrieved is { } day ? $" as of {day:yyyy-MM-dd}" : "")}");
        foreach (var listing in entity.Listings)
        {
            Line("listed", $"from {listing.From:yyyy-MM-dd}{(listing.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}{Behind(listing)}");
        }

        Line("also", string.Join("; ", entity.Aliases));
        Line("in quotes", string.Join("; ", entity.QuotedAliases));
        Line("addresses", string.Join("; ", entity.Domains.Concat(entity.Accounts)));
        Line("country", entity.Country);
        Line("notes", entity.Notes);
        Line("source", registry.SourceUrl);
        return text.ToString();

        void Line(string what, string? value)
        {
            if (value is { Length: > 0 })
            {
                text.AppendLine($"  {what,-10} {value}");
            }
        }
    }

    private static string Behind(Listing listing) =>
        string.Join(", ", new[] { listing.Source, listing.Order }.Where(s => s is { Length: > 0 })) is { Length: > 0 } where ? $" ({where})" : "";
}
