using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.RuleText;

/// <summary>A value of a rule file with the place where it stands. Scalars stay the strings they are written as.</summary>
internal abstract record Node(Position Position)
{
    /// <summary>What this is, for a message: "a mapping", "a list", "'on'".</summary>
    public abstract Told Shape { get; }
}

/// <param name="Quoted">Whether it was quoted or a block: then it is text even where it reads as a number or <c>true</c>.</param>
internal sealed record TextNode(Position Position, string Value, bool Quoted) : Node(Position)
{
    public override Told Shape => Value.Length == 0 ? (Told)"nothing" : $"'{Words.Short(Value)}'";

    /// <summary>A key without a value: YAML's null.</summary>
    public bool IsEmpty => !Quoted && Value is "" or "~" or "null";
}

internal sealed record ListNode(Position Position, ImmutableArray<Node> Items) : Node(Position)
{
    public override Told Shape => "a list";
}

internal sealed record MapNode(Position Position, ImmutableArray<MapEntry> Entries) : Node(Position)
{
    public override Told Shape => "a mapping";

    public MapEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Value == key);
}

internal sealed record MapEntry(TextNode Key, Node Value);
