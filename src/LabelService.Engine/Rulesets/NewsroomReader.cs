using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Rulesets;

/// <summary>Reads <c>newsroom.yaml</c> against the packs that are there: a switch for a rule that does not exist is an error.</summary>
internal static class NewsroomReader
{
    public const string File = "newsroom.yaml";
    public static readonly string[] Keys = ["packs", "rules", "outcomes"];
    public static readonly string[] OutcomeKeys = ["age", "disclosure", "flag", "placement"];
    private static readonly string[] Switches = ["on", "off"];

    /// <param name="lost">Packs of which nothing could be read: a switch may be for one of them, or for their rules.</param>
    public static Newsroom Read(string text, ImmutableArray<Pack> packs, FrozenSet<string> lost, FileErrors errors)
    {
        if (YamlFile.IsEmpty(text) || YamlFile.Read(File, text, errors) is not { } root)
        {
            return Newsroom.None;
        }

        var map = new MapReader(root, "the newsroom's file", Keys, errors);
        var rules = lost.Count > 0 ? null : packs.SelectMany(p => p.Rules).Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal);
        return new Newsroom
        {
            PacksOff = Entries(map, "packs", packs.Select(p => p.Id).Concat(lost).ToFrozenSet(StringComparer.Ordinal), "pack", errors)
                .Where(e => Switch(e, errors) == false).Select(e => e.Key.Value).ToFrozenSet(StringComparer.Ordinal),
            Rules = Entries(map, "rules", rules, "rule", errors)
                .Select(e => (Id: e.Key.Value, Status: Status(e, errors)))
                .Where(e => e.Status is not null).ToFrozenDictionary(e => e.Id, e => e.Status!.Value, StringComparer.Ordinal),
            Outcomes = Entries(map, "outcomes", rules, "rule", errors)
                .Select(e => (Id: e.Key.Value, Outcome: Outcome(e, errors)))
                .Where(e => e.Outcome is not null).ToFrozenDictionary(e => e.Id, e => e.Outcome!, StringComparer.Ordinal),
        };
    }

    /// <param name="known">Null where that cannot be said: then any is taken.</param>
    private static List<MapEntry> Entries(MapReader map, string key, FrozenSet<string>? known, Told what, FileErrors errors)
    {
        switch (map.Get(key))
        {
            case null:
                return [];
            case MapNode node when known is null:
                return [.. node.Entries];
            case MapNode node:
                foreach (var wrong in node.Entries.Where(e => !known.Contains(e.Key.Value)))
                {
                    errors.Add(wrong.Key.Position, $"unknown-{what}", $"there is no {what} '{Words.Short(wrong.Key.Value)}'; {Words.Hint(wrong.Key.Value, known.Order(StringComparer.Ordinal))}");
                }

                return [.. node.Entries.Where(e => known.Contains(e.Key.Value))];
            case var other:
                errors.Add(other.Position, "shape", $"'{key}' is {other.Shape}; write one line for each {what}, such as 'id: off'");
                return [];
        }
    }

    private static bool? Switch(MapEntry entry, FileErrors errors)
    {
        if (entry.Value is TextNode { Value: "on" or "off" } text)
        {
            return text.Value == "on";
        }

        errors.Add(entry.Value.Position, "switch", $"'{entry.Key.Value}' is {entry.Value.Shape}; write {Words.AnyOf(Switches)}");
        return null;
    }

    private static RuleStatus? Status(MapEntry entry, FileErrors errors)
    {
        if (entry.Value is TextNode text && Kebab<RuleStatus>.TryParse(text.Value, out var status))
        {
            return status;
        }

        errors.Add(entry.Value.Position, "switch", $"'{entry.Key.Value}' is {entry.Value.Shape}; write on, shadow or off");
        return null;
    }

    private static OutcomeSwitch? Outcome(MapEntry entry, FileErrors errors)
    {
        if (entry.Value is not MapNode node)
        {
            errors.Add(entry.Value.Position, "shape", $"'{entry.Key.Value}' is {entry.Value.Shape}; write which outcome, such as {{ age: off }}");
            return null;
        }

        var map = new MapReader(node, "an outcome", OutcomeKeys, errors);
        var flag = map.Word<FlagSwitch>("flag");
        return new OutcomeSwitch(
            IsOff(node, "age", errors), IsOff(node, "disclosure", errors), flag == FlagSwitch.Off, Action(flag), map.Word<Placement>("placement"));
    }

    private static FlagAction? Action(FlagSwitch? flag) => flag switch
    {
        FlagSwitch.Track => FlagAction.Track,
        FlagSwitch.Block => FlagAction.Block,
        FlagSwitch.Suggest => FlagAction.Suggest,
        _ => null,
    };

    /// <summary>What a newsroom may write for a flag: its actions, or none at all.</summary>
    private enum FlagSwitch { Track, Block, Suggest, Off }

    private static bool IsOff(MapNode node, string key, FileErrors errors) => node.Find(key) is { } entry && Switch(entry, errors) == false;
}
