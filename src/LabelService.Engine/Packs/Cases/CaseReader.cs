using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Cases;

/// <summary>Reads a file of cases; every error of the file is found in one reading.</summary>
internal static class CaseReader
{
    private const string Either = "a case says one of 'expectNothing: true', 'expectSilent: true' (this rule does not speak), or 'expect:' with a verdict, disclosures, age or flags";

    /// <returns>What could be read; null where the file is no mapping.</returns>
    public static CaseFile? Read(string file, string text, FileErrors errors)
    {
        if (YamlFile.Read(file, text, errors) is not { } root)
        {
            return null;
        }

        var map = new MapReader(root, "a file of cases", CaseKeys.File, errors);
        map.Required("cases", "a list that begins with '- name:'");
        var cases = Maps(map, "cases", errors).Select(n => ReadCase(n, errors)).OfType<RuleCase>().ToImmutableArray();
        foreach (var twin in cases.GroupBy(c => c.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            errors.Add(twin.Position, "duplicate-case", $"a case named '{Words.Short(twin.Name)}' stands here already; give each its own name");
        }

        return new CaseFile([.. Maps(map, "entities", errors).Select(n => CaseEntityReader.Read(n, errors)).OfType<Registries.Entity>()], cases);
    }

    private static List<MapNode> Maps(MapReader map, string key, FileErrors errors)
    {
        var maps = new List<MapNode>();
        // An empty list says something here: that nothing of the kind may come out.
        var nodes = map.Get(key) is ListNode list ? list.Items : map.Nodes(key);
        foreach (var node in nodes)
        {
            if (node is MapNode item)
            {
                maps.Add(item);
            }
            else
            {
                errors.Add(node.Position, "shape", $"{node.Shape} stands in '{key}'; each item is a mapping");
            }
        }

        return maps;
    }

    private static RuleCase? ReadCase(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "a case", CaseKeys.Case, errors);
        var name = map.RequiredText("name", "A reprint without the notice");
        var article = map.Required("article", "{ body: … }") is { } given ? CaseArticle.Read(given, errors) : null;
        var expect = ReadExpectation(map, errors);
        if (name is null || article is null || expect is null)
        {
            return null;
        }

        return new RuleCase
        {
            Name = name,
            Article = article,
            AsOf = map.Day("asOf"),
            Jurisdictions = map.Texts("jurisdictions"),
            Rules = ReadSwitches(map, errors),
            Expect = expect,
            Position = map.Position,
        };
    }

    private static FrozenDictionary<string, RuleStatus> ReadSwitches(MapReader map, FileErrors errors)
    {
        var switches = new Dictionary<string, RuleStatus>(StringComparer.Ordinal);
        var rules = map.Get("rules");
        if (rules is not (null or MapNode))
        {
            errors.Add(rules.Position, "shape", $"'rules' is {rules.Shape}; write one line for each rule, such as 'id: on'");
        }

        foreach (var entry in rules is MapNode node ? node.Entries : [])
        {
            if (entry.Value is TextNode text && Kebab<RuleStatus>.TryParse(text.Value, out var status))
            {
                switches[entry.Key.Value] = status;
            }
            else
            {
                errors.Add(entry.Value.Position, "switch", $"'{Words.Short(entry.Key.Value)}' is {entry.Value.Shape}; write on, shadow or off");
            }
        }

        return switches.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static CaseExpectation? ReadExpectation(MapReader map, FileErrors errors)
    {
        if (new[] { "expectNothing", "expectSilent", "expect" }.Count(map.Has) != 1)
        {
            errors.Add(map.Position, "expectation", Either);
            return null;
        }

        if (map.Has("expectNothing"))
        {
            return ReadOnly(map, "expectNothing", new CaseExpectation { Nothing = true }, errors);
        }

        if (map.Has("expectSilent"))
        {
            return ReadOnly(map, "expectSilent", new CaseExpectation { Silent = true }, errors);
        }

        if (map.Map("expect", "'expect'", CaseKeys.Expect) is not { } expect)
        {
            return null;
        }

        if (!CaseKeys.Expect.Any(expect.Has))
        {
            // Such a case could never fail.
            errors.Add(expect.Position, "expectation", "'expect' names nothing; write at least one of verdict, disclosures, age or flags");
        }

        return new CaseExpectation
        {
            Verdict = expect.Word<Verdict>("verdict"),
            Disclosures = expect.Has("disclosures") ? [.. Maps(expect, "disclosures", errors).Select(d => ReadDisclosure(d, errors)).OfType<ExpectedDisclosure>()] : null,
            Age = ReadAge(expect),
            Flags = expect.Has("flags") ? [.. Maps(expect, "flags", errors).Select(f => ReadFlag(f, errors)).OfType<ExpectedFlag>()] : null,
        };
    }

    private static CaseExpectation? ReadOnly(MapReader map, string key, CaseExpectation meant, FileErrors errors)
    {
        if (map.Flag(key, otherwise: true))
        {
            return meant;
        }

        errors.Add(map.At(key), "expectation", Either);
        return null;
    }

    private static ExpectedDisclosure? ReadDisclosure(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "an expected disclosure", CaseKeys.Disclosure, errors);
        var (type, status) = (map.RequiredText("type", "foreign-agent"), map.Required("status", "missing"));
        return type is not null && status is not null && map.Word<DisclosureStatus>("status") is { } word
            ? new ExpectedDisclosure(type, word, map.Text("subject"), map.Text("rule"), map.ByLanguage("text", 5000))
            : null;
    }

    private static ExpectedAge? ReadAge(MapReader expect)
    {
        if (expect.Get("age") is TextNode { Value: "none" })
        {
            return new ExpectedAge(null, null);
        }

        return expect.Map("age", "'age'", CaseKeys.Age) is { } age && age.RequiredText("value", "18+") is { } value
            ? new ExpectedAge(value, age.Word<DisclosureStatus>("status"))
            : null;
    }

    private static ExpectedFlag? ReadFlag(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "an expected flag", CaseKeys.Flag, errors);
        map.Required("action", "suggest");
        return map.Word<FlagAction>("action") is { } action ? new ExpectedFlag(map.Text("rule"), action) : null;
    }
}
