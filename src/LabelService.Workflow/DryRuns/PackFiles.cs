using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LabelService.Workflow.DryRuns;

/// <summary>The files of one pack as an author hands them in: <c>pack.yaml</c> and files of cases, by their paths within the pack's folder.</summary>
internal sealed partial record PackFiles(string Pack, ImmutableSortedDictionary<string, string> Files)
{
    public const string Main = "pack.yaml";
    private const int MaximumFiles = 200;

    /// <summary>UTF-16 code units of all files together; the largest pack of the box has a twentieth of it.</summary>
    private const int MaximumLength = 1 << 20;

    /// <summary>Takes the files of a request, in which the pack's own name stands.</summary>
    public static Answer<PackFiles> Of(IReadOnlyDictionary<string, string>? files)
    {
        if (files is null || !files.TryGetValue(Main, out var text))
        {
            return Refusal.Invalid("$.pack.files", "must hold the pack's rules as 'pack.yaml', and its cases as files such as 'cases/material.yaml'.");
        }

        if (NameIn(text) is not { } name)
        {
            return Refusal.Invalid("$.pack.files['pack.yaml']", "has no line such as 'pack: our-house-style'; a pack is known by it (lower-case Latin letters, digits, hyphens).");
        }

        return Of(name, files);
    }

    public static Answer<PackFiles> Of(string pack, IReadOnlyDictionary<string, string> files)
    {
        if (files.Count > MaximumFiles || files.Sum(f => (long)f.Value.Length) > MaximumLength)
        {
            return Refusal.Invalid("$.pack.files", $"has more than {MaximumFiles} files or more than {MaximumLength} characters; split the pack.");
        }

        var wrong = files.Keys.FirstOrDefault(path => path != Main && !CasePath().IsMatch(path));
        return wrong is null
            ? new PackFiles(pack, files.ToImmutableSortedDictionary(StringComparer.Ordinal))
            : Refusal.Invalid("$.pack.files", $"names '{Shown(wrong)}'; a pack has 'pack.yaml' and files such as 'cases/material.yaml'.");
    }

    /// <summary>The files where the ruleset looks for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> InRules() => Files.Select(f => KeyValuePair.Create($"packs/{Pack}/{f.Key}", f.Value));

    /// <summary>What a whole set of rules holds of one pack; null where it has no such pack.</summary>
    public static PackFiles? In(IReadOnlyDictionary<string, string> rules, string pack)
    {
        var folder = $"packs/{pack}/";
        var files = rules.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).ToImmutableSortedDictionary(f => f.Key[folder.Length..], f => f.Value, StringComparer.Ordinal);
        return files.ContainsKey(Main) ? new PackFiles(pack, files) : null;
    }

    public static bool IsName(string name) => PackName().IsMatch(name);

    private static string? NameIn(string text) => NameLine().Match(text.Length > 20_000 ? text[..20_000] : text) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Shown(string path) => path.Length > 60 ? string.Concat(path.AsSpan(0, 60), "…") : path;

    [GeneratedRegex("^pack:[ \t]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)[\"']?[ \t]*(?:#.*)?\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameLine();

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackName();

    [GeneratedRegex("^cases/[a-z0-9][a-z0-9.-]{0,80}\\.yaml$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CasePath();
}
