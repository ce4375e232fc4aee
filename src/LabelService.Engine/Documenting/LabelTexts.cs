using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Documenting;

/// <summary>What a label means to a reader, by language: written by people, in <c>labels/TYPE.yaml</c> of the rules folder.</summary>
/// <param name="MeansNot">What a reader might think and should not.</param>
public sealed record LabelText(
    string Type, ImmutableSortedDictionary<string, string> Title, ImmutableSortedDictionary<string, string> Means, ImmutableSortedDictionary<string, string> MeansNot);

/// <summary>All of them. No part of a ruleset: they change no answer.</summary>
public sealed record LabelTexts(FrozenDictionary<string, LabelText> ByType, ImmutableArray<RuleFileError> Errors)
{
    /// <summary>The label of age marks, which are no disclosure of a type.</summary>
    public const string Age = "age-mark";

    private const string Folder = "labels/";
    private const int Longest = 2000;
    private static readonly string[] Keys = ["label", "title", "means", "meansNot"];
    private static readonly string[] Ours = ["en", "ru"];

    /// <param name="files">The rules folder's files by path.</param>
    public static LabelTexts Read(IReadOnlyDictionary<string, string> files)
    {
        var errors = new FileErrors();
        var texts = new Dictionary<string, LabelText>(StringComparer.Ordinal);
        foreach (var path in files.Keys.Where(p => p.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (YamlFile.Read(path, files[path], errors) is { } root && Read(new MapReader(root, "a label's text", Keys, errors)) is { } text)
            {
                texts[text.Type] = text;
            }
        }

        return new LabelTexts(texts.ToFrozenDictionary(StringComparer.Ordinal), errors.Errors);
    }

    /// <summary>Types of disclosures that a reader can meet and nobody explains; none in a folder that explains nothing at all.</summary>
    public IEnumerable<RuleFileError> Lacking(IEnumerable<Pack> packs) =>
        from pack in packs
        from rule in pack.Rules
        from type in rule.Require.OfType<DisclosureRequirement>().Select(d => d.Type).Distinct(StringComparer.Ordinal)
        where ByType.Count > 0 && !ByType.ContainsKey(type)
        select new RuleFileError(rule.Position.File, rule.Position.Line, rule.Position.Column, "no-label-page", $"nobody tells readers what the label '{type}' means; write labels/{type}.yaml with title, means and meansNot");

    private static LabelText? Read(MapReader map)
    {
        if (map.RequiredText("label", "foreign-agent") is not { } type)
        {
            return null;
        }

        foreach (var key in Keys.Skip(1))
        {
            foreach (var language in Ours.Where(l => !map.ByLanguage(key, Longest).ContainsKey(l)))
            {
                map.Errors.Add(map.At(key), "no-language", $"'{key}' lacks '{language}'; readers of both languages meet the label");
            }
        }

        return new LabelText(type, map.ByLanguage("title"), map.ByLanguage("means", Longest), map.ByLanguage("meansNot", Longest));
    }
}
