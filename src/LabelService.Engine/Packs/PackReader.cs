using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads <c>packs/&lt;id&gt;/pack.yaml</c>; every error of the file is found in one reading.</summary>
internal static class PackReader
{
    private const int MostRules = 2000;

    /// <returns>The pack as far as it could be read, so that what it names can be checked too; it is usable only without errors. Null where it is no YAML.</returns>
    public static Pack? Read(string file, string folder, string text, FileErrors errors)
    {
        if (YamlFile.Read(file, text, errors) is not { } root)
        {
            return null;
        }

        var scope = new PackScope(errors);
        var map = new MapReader(root, "a pack", PackKeys.Pack, errors);
        var id = ReadId(map, folder, errors);
        var jurisdiction = map.RequiredText("jurisdiction", "RU") ?? JurisdictionCodes.Any;
        JurisdictionCodes.Check(jurisdiction, map.At("jurisdiction"), errors);
        map.Required("title", "{ en: Foreign agents, ru: Иностранные агенты }");
        var pack = new Pack
        {
            Id = id,
            Version = ReadVersion(map, errors),
            Jurisdiction = jurisdiction,
            Title = map.ByLanguage("title"),
            Notices = [.. Maps(map, "notices").Select(n => NoticeFormReader.Read(n, jurisdiction, errors)).OfType<NoticeForm>()],
            AgeScales = [.. Maps(map, "ageScales").Select(s => AgeScaleReader.Read(s, errors)).OfType<AgeScale>()],
            Rules = ReadRules(map, id, jurisdiction, file, scope),
            Ground = NodeText.Of(root, "rules", "version", "title"),
        };
        CheckDuplicates(root, "rules", errors);
        CheckDuplicates(root, "notices", errors);
        CheckDuplicates(root, "ageScales", errors);
        return pack with { References = [.. scope.References] };
    }

    private static string ReadId(MapReader map, string folder, FileErrors errors)
    {
        if (map.Required("pack", folder) is not TextNode id || !Ids.Check(id, "a pack", errors))
        {
            return folder;
        }

        if (id.Value != folder)
        {
            errors.Add(id.Position, "pack-id", $"the pack calls itself '{id.Value}' and its folder is '{folder}'; give both one name");
        }

        // The folder is the name by which everything else finds the pack and its errors.
        return folder;
    }

    private static string ReadVersion(MapReader map, FileErrors errors)
    {
        var version = map.RequiredText("version", "2026.11", 50) ?? "";
        if (version.Any(c => char.IsWhiteSpace(c) || c == '@'))
        {
            errors.Add(map.At("version"), "version", $"'{Words.Short(version)}' is not a version; write it without spaces and @, such as 2026.11");
        }

        return version;
    }

    private static ImmutableArray<Rule> ReadRules(MapReader map, string pack, string jurisdiction, string file, PackScope scope)
    {
        var nodes = Maps(map, "rules");
        if (nodes.Count > MostRules)
        {
            scope.Errors.Add(map.At("rules"), "too-many", $"the pack has {nodes.Count} rules; at most {MostRules} are allowed: split it");
            return [];
        }

        var folder = file[..(file.LastIndexOf('/') + 1)];
        return [.. nodes.Select(n => RuleReader.Read(n, pack, jurisdiction, folder, scope)).OfType<Rule>()];
    }

    private static List<MapNode> Maps(MapReader map, string key)
    {
        switch (map.Get(key))
        {
            case null:
                return [];
            case ListNode list:
                foreach (var wrong in list.Items.Where(i => i is not MapNode))
                {
                    map.Errors.Add(wrong.Position, "shape", $"{wrong.Shape} stands in '{key}'; each item is a mapping that begins with '- id:'");
                }

                return [.. list.Items.OfType<MapNode>()];
            case var other:
                map.Errors.Add(other.Position, "shape", $"'{key}' is {other.Shape}; it must be a list whose items begin with '- id:'");
                return [];
        }
    }

    private static void CheckDuplicates(MapNode root, string key, FileErrors errors)
    {
        var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
        var ids = root.Find(key)?.Value is ListNode list ? list.Items.OfType<MapNode>().Select(i => i.Find("id")?.Value).OfType<TextNode>() : [];
        foreach (var id in ids)
        {
            if (!seen.TryAdd(id.Value, id.Position))
            {
                errors.Add(id.Position, "duplicate-id", $"'{Words.Short(id.Value)}' is already in line {seen[id.Value].Line}; ids are used once");
            }
        }
    }
}
