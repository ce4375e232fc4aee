using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Cases;

/// <summary>Reads an invented entity of a file of cases.</summary>
internal static class CaseEntityReader
{
    public static Entity? Read(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "an entity", CaseKeys.Entity, errors);
        var (registry, id, name) = (map.RequiredText("registry", "ru-foreign-agents"), map.RequiredText("id", "test:herald"), map.RequiredText("name", "Северный вестник"));
        map.Required("kind", "media");
        map.Required("listedFrom", "2021-10-15");
        if (registry is null || id is null || name is null || map.Word<EntityKind>("kind") is not { } kind || map.Day("listedFrom") is not { } from)
        {
            return null;
        }

        var until = map.Day("listedUntil");
        if (until <= from)
        {
            errors.Add(map.At("listedUntil"), "day-order", $"listedUntil {until:yyyy-MM-dd} is not after listedFrom {from:yyyy-MM-dd}; it is the first day off the list");
        }

        return new Entity
        {
            Id = id,
            Registry = registry,
            Kind = kind,
            Name = name,
            NameEn = map.Text("nameEn"),
            Aliases = map.Texts("aliases"),
            QuotedAliases = map.Texts("quotedAliases"),
            Gender = map.Word<Gender>("gender") ?? Gender.Unknown,
            Domains = map.Texts("domains"),
            Accounts = map.Texts("accounts"),
            Listings = [new Listing(from, until, null, null)],
        };
    }
}
