using System.Collections.Frozen;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>The condition language: which word is which condition.</summary>
internal static class ConditionReader
{
    private static readonly FrozenDictionary<string, Func<Node, PackScope, Condition?>> Kinds =
        new Dictionary<string, Func<Node, PackScope, Condition?>>(StringComparer.Ordinal)
        {
            ["all"] = AllCondition.Read,
            ["any"] = AnyCondition.Read,
            ["not"] = NotCondition.Read,
            ["always"] = AlwaysCondition.Read,
            ["entity"] = EntityCondition.Read,
            ["former"] = FormerCondition.Read,
            ["terms"] = TermsCondition.Read,
            ["pattern"] = PatternCondition.Read,
            ["kind"] = KindCondition.Read,
            ["format"] = FormatCondition.Read,
            ["section"] = SectionCondition.Read,
            ["tag"] = TagCondition.Read,
            ["language"] = LanguageCondition.Read,
            ["media"] = MediaCondition.Read,
            ["attribute"] = AttributeCondition.Read,
            ["published"] = DaysCondition.ReadPublished,
            ["asked"] = DaysCondition.ReadAsked,
            ["age"] = AgeCondition.Read,
            ["rule"] = RuleCondition.Read,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Kinds.Keys.Order(StringComparer.Ordinal);

    public static Condition? Read(Node node, PackScope scope)
    {
        if (node is not MapNode map)
        {
            scope.Errors.Add(node.Position, "condition", $"{node.Shape} stands where a condition should; write one such as 'entity: {{ registry: …, role: source }}'");
            return null;
        }

        if (map.Entries.Length != 1)
        {
            scope.Errors.Add(map.Position, "condition", map.Entries.IsEmpty
                ? (Told)$"the condition is empty; {Words.Hint("", Names)}"
                : $"a condition has one key, and here stand {Words.Quoted(map.Entries.Select(e => Words.Short(e.Key.Value)))}; put them as a list under 'all:' or 'any:'");
            return null;
        }

        var (key, value) = (map.Entries[0].Key, map.Entries[0].Value);
        if (!Kinds.TryGetValue(key.Value, out var read))
        {
            scope.Errors.Add(key.Position, "unknown-condition", $"there is no condition '{Words.Short(key.Value)}'; {Words.Hint(key.Value, Names)}");
            return null;
        }

        if (value is TextNode { IsEmpty: true })
        {
            scope.Errors.Add(key.Position, "missing-value", $"the condition '{key.Value}' says nothing; write what it asks for after the colon");
            return null;
        }

        return read(value, scope) is { } condition ? condition with { Position = key.Position } : null;
    }

    /// <summary>The mapping that a condition such as <c>entity</c> takes.</summary>
    public static MapReader? Map(Node node, string condition, IReadOnlyCollection<string> keys, PackScope scope)
    {
        if (node is MapNode map)
        {
            return new MapReader(map, $"the condition '{condition}'", keys, scope.Errors);
        }

        scope.Errors.Add(node.Position, "shape", $"'{condition}' is {node.Shape}; it must be a mapping with {string.Join(", ", keys)}");
        return null;
    }

    /// <summary>A bare word or list, such as <c>kind: [news, opinion]</c>, read as if it were a mapping with that one key.</summary>
    public static MapReader Bare(Node node, string condition, PackScope scope) =>
        new(new MapNode(node.Position, [new MapEntry(new TextNode(node.Position, condition, false), node)]), $"the condition '{condition}'", [condition], scope.Errors);
}
