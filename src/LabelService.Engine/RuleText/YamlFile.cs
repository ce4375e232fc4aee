using System.Collections.Immutable;
using LabelService.Engine.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LabelService.Engine.RuleText;

/// <summary>
/// Reads a YAML file into nodes that know their place. Only the plain part of YAML is taken: no anchors (they make small files huge),
/// no tags, one document, and every scalar is the text it is written as, so that <c>on</c>, <c>18+</c> and a day need no quotes.
/// </summary>
internal static class YamlFile
{
    /// <summary>UTF-16 code units of one file.</summary>
    public const int MaxLength = 1024 * 1024;

    public const int MaxDepth = 32;
    public const int MaxNodes = 100_000;
    private const int LongestReason = 200;

    /// <summary>Whether a file says nothing: it is blank, or all of its lines are comments.</summary>
    public static bool IsEmpty(string text) =>
        text.Split('\n').All(line => line.AsSpan().Trim("\uFEFF \t\r") is var rest && (rest.IsEmpty || rest[0] == '#'));

    /// <returns>The root mapping, or null (with an error) where there is none to read.</returns>
    public static MapNode? Read(string file, string text, FileErrors errors)
    {
        if (text.Length > MaxLength)
        {
            errors.Add(new Position(file, 1, 1), "too-large", $"the file has {text.Length} characters; at most {MaxLength} are read: split it");
            return null;
        }

        try
        {
            return new Reading(file, text, errors).Document();
        }
        catch (YamlException problem)
        {
            Report(problem, file, errors);
            return null;
        }
    }

    private static void Report(YamlException problem, string file, FileErrors errors)
    {
        // Of a tab the library tells last where it stands, and first where the value before it began.
        var isTab = problem.Message.Contains(" tab ", StringComparison.Ordinal);
        var at = isTab ? problem.End : problem.Start;
        var reason = problem is ReadingStopped ours ? ours.Told : Told.FromText(Words.Short(problem.Message.TrimEnd('.'), LongestReason));
        errors.Add(
            new Position(file, (int)Math.Max(at.Line, 1), (int)Math.Max(at.Column, 1)), "yaml",
            isTab ? (Told)$"this is not YAML: {reason}; indent with spaces, not with tabs" : $"this is not YAML: {reason}");
    }

    /// <summary>Our own reason to stop, where the library has none.</summary>
    private sealed class ReadingStopped(Mark start, Mark end, Told told) : YamlException(start, end, told.ToString())
    {
        public Told Told { get; } = told;
    }

    private sealed class Reading(string file, string text, FileErrors errors)
    {
        private readonly Parser _parser = new(new Scanner(new StringReader(text.TrimStart('\uFEFF')), skipComments: true));
        private int _nodes;

        public MapNode? Document()
        {
            _parser.Consume<StreamStart>();
            if (_parser.Accept<StreamEnd>(out _))
            {
                errors.Add(new Position(file, 1, 1), "empty", "the file is empty; it begins with a key such as 'pack:'");
                return null;
            }

            _parser.Consume<DocumentStart>();
            var root = Next(0);
            _parser.Consume<DocumentEnd>();
            if (!_parser.Accept<StreamEnd>(out _))
            {
                errors.Add(At(_parser.Current!), "documents", "a second document begins here; a file holds one: remove the '---'");
            }

            if (root is MapNode map)
            {
                return map;
            }

            errors.Add(root.Position, "shape", $"{root.Shape} stands here; the file must be a mapping of keys to values");
            return null;
        }

        private Node Next(int depth)
        {
            if (depth > MaxDepth || ++_nodes > MaxNodes)
            {
                var start = _parser.Current!.Start;
                throw new ReadingStopped(start, start, depth > MaxDepth ? (Told)$"nested deeper than {MaxDepth}" : $"more than {MaxNodes} values");
            }

            switch (_parser.Current)
            {
                case Scalar scalar:
                    _parser.MoveNext();
                    return Text(scalar);
                case SequenceStart list:
                    _parser.MoveNext();
                    return List(list, depth);
                case MappingStart map:
                    _parser.MoveNext();
                    return Map(map, depth);
                case AnchorAlias alias:
                    errors.Add(At(alias), "anchor", $"'*{alias.Value}' repeats another value; aliases are not read: write the value out");
                    _parser.MoveNext();
                    return new TextNode(At(alias), "", true);
                default:
                    throw new ReadingStopped(_parser.Current!.Start, _parser.Current.End, "a value is expected here");
            }
        }

        private TextNode Text(Scalar scalar)
        {
            RefuseProperties(scalar);
            return new TextNode(At(scalar), scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
        }

        private ListNode List(SequenceStart start, int depth)
        {
            RefuseProperties(start);
            var items = ImmutableArray.CreateBuilder<Node>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Next(depth + 1));
            }

            return new ListNode(At(start), items.ToImmutable());
        }

        private MapNode Map(MappingStart start, int depth)
        {
            RefuseProperties(start);
            var entries = ImmutableArray.CreateBuilder<MapEntry>();
            var seen = new Dictionary<string, Position>(StringComparer.Ordinal);
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                var key = Next(depth + 1);
                var value = Next(depth + 1);
                if (key is not TextNode name)
                {
                    errors.Add(key.Position, "key", $"{key.Shape} stands where a key should; keys are words");
                }
                else if (!seen.TryAdd(name.Value, name.Position))
                {
                    errors.Add(name.Position, "duplicate-key", $"'{Words.Short(name.Value)}' is already set in line {seen[name.Value].Line}; keep one of the two");
                }
                else
                {
                    entries.Add(new MapEntry(name, value));
                }
            }

            return new MapNode(At(start), entries.ToImmutable());
        }

        private void RefuseProperties(NodeEvent node)
        {
            if (!node.Anchor.IsEmpty)
            {
                errors.Add(At(node), "anchor", $"'&{node.Anchor.Value}' names a value for reuse; anchors are not read: remove it");
            }

            if (!node.Tag.IsEmpty)
            {
                errors.Add(At(node), "tag", $"'{Words.Short(node.Tag.ToString())}' is a YAML tag; tags are not read: remove it");
            }
        }

        private Position At(ParsingEvent node) => new(file, (int)node.Start.Line, (int)node.Start.Column);
    }
}
