using System.Collections.Immutable;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>The rules that the product ships, read from the repository.</summary>
internal static class ShippedRules
{
    public static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, ImmutableArray<string>.Empty);

    private static readonly Lazy<RulesetResult> Loaded = new(() => RulesetBuilder.Build(Files(), Settings));

    public static string Folder { get; } = Find();

    public static RulesetResult Result => Loaded.Value;

    public static Ruleset Ruleset => Loaded.Value.Ruleset!;

    public static Dictionary<string, string> Files() => Directory
        .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LabelService.sln")))
            {
                return Path.Combine(folder.FullName, "rules");
            }
        }

        throw new DirectoryNotFoundException("No LabelService.sln above the tests.");
    }
}
