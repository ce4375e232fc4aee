using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Rulesets;

/// <summary>Reads <c>exceptions.yaml</c>: whom words do not mean, or do, with reason, owner and end.</summary>
internal static class ExceptionsReader
{
    public const string File = "exceptions.yaml";
    public static readonly string[] FileKeys = ["exceptions"];
    public static readonly string[] Keys = ["entity", "says", "article", "author", "words", "reason", "owner", "until"];
    private const int Most = 10_000;

    public static Exceptions Read(string text, FileErrors errors)
    {
        if (YamlFile.IsEmpty(text) || YamlFile.Read(File, text, errors) is not { } root)
        {
            return Exceptions.None;
        }

        var nodes = new MapReader(root, "the file of exceptions", FileKeys, errors).Nodes("exceptions");
        if (nodes.Length > Most)
        {
            errors.Add(nodes[Most].Position, "too-many", $"there are {nodes.Length} exceptions; at most {Most} are read");
            return Exceptions.None;
        }

        return new Exceptions(RuleFiles.Hash(text), [.. nodes.Select(n => One(n, errors)).OfType<NameException>()]);
    }

    /// <summary>Exceptions for entities that no registry has: they can do nothing.</summary>
    public static void Lint(Exceptions exceptions, IEnumerable<Registry> registries, FileErrors warnings)
    {
        var known = registries.SelectMany(r => r.Entities).Select(e => e.Id).ToFrozenSet(StringComparer.Ordinal);
        foreach (var exception in exceptions.Names.Where(e => !known.Contains(e.Entity)))
        {
            warnings.Add(exception.Position, "exception-unused", $"no registry has the entity '{Words.Short(exception.Entity)}', so this exception can do nothing; mend its id or remove it");
        }
    }

    private static NameException? One(Node node, FileErrors errors)
    {
        if (node is not MapNode map)
        {
            errors.Add(node.Position, "shape", $"an exception is {node.Shape}; write a mapping with {string.Join(", ", Keys)}");
            return null;
        }

        var read = new MapReader(map, "an exception", Keys, errors);
        var entity = read.RequiredText("entity", "ru-fa:example-media");
        var reason = read.RequiredText("reason", "a namesake, a football player", 1_000);
        var owner = read.RequiredText("owner", "desk@example.org");
        var says = read.Word<ExceptionSays>("says") ?? ExceptionSays.NotThisOne;
        var until = read.Day("until");
        return entity is null || reason is null || owner is null
            ? null
            : new NameException($"{File}:{map.Position.Line}", entity, says, read.Text("article", 2_000), read.Text("author"), read.Text("words"), reason, owner, until, map.Position);
    }
}
