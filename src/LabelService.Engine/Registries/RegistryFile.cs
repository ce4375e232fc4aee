using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Reads a registry from its files: the table, the note about where and when it was retrieved, and the brands, if there are any.</summary>
internal static class RegistryFile
{
    public static readonly ImmutableArray<string> Keys = ["title", "jurisdiction", "sourceUrl", "licence", "retrieved", "freshForDays", "notes"];

    /// <returns>The registry, or null where anything in it is wrong: half a register would pass for a whole one.</returns>
    public static Registry? Read(
        string id, string csvFile, string csv, string noteFile, string? note, FileErrors errors, (string File, string Text)? brands = null)
    {
        var about = note is null ? null : ReadNote(id, noteFile, note, errors);
        if (note is null)
        {
            errors.Add(new Position(noteFile, 1, 1), "missing-note", $"{csvFile} has no {noteFile} beside it; write one with 'title', 'jurisdiction' and 'retrieved'");
        }

        var entities = RegistryCsv.Read(id, csvFile, csv, errors);
        if (brands is { } list)
        {
            entities = BrandsFile.Merge(entities, BrandsFile.Read(list.File, list.Text, errors), errors);
        }

        return errors.Any ? null : about! with { Entities = entities };
    }

    private static Registry? ReadNote(string id, string file, string text, FileErrors errors)
    {
        if (YamlFile.Read(file, text, errors) is not { } root)
        {
            return null;
        }

        var map = new MapReader(root, "a registry's note", Keys, errors);
        map.Required("title", "{ en: Example register, ru: Пример реестра }");
        var jurisdiction = map.RequiredText("jurisdiction", "RU");
        if (jurisdiction is not null)
        {
            JurisdictionCodes.Check(jurisdiction, map.At("jurisdiction"), errors);
        }

        var registry = new Registry
        {
            Id = id,
            Title = map.ByLanguage("title"),
            Jurisdiction = jurisdiction ?? "any",
            SourceUrl = map.Text("sourceUrl", 2000),
            Licence = map.Text("licence"),
            Retrieved = map.Day("retrieved"),
            FreshForDays = map.Whole("freshForDays", 0, 36_500),
        };
        if (!map.Has("retrieved"))
        {
            errors.Warn(map.Position, "no-retrieved", "without 'retrieved' nobody learns that this list grew old; write the day on which it was taken from its source");
        }

        return registry;
    }
}
