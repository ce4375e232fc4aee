using System.Collections.Immutable;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Support;

/// <summary>The files of the project and, where it is there, the folder <c>../shared</c> beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static Ruleset Rules { get; } = Load(Files("rules"));

    public static Dictionary<string, string> Files(string folder)
    {
        var root = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    public static Ruleset Load(Dictionary<string, string> files)
    {
        var result = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, []));
        Assert.Empty(result.Errors);
        return result.Ruleset!;
    }

    /// <summary>Reads a file of <c>../shared</c>, or skips the test with a clear line where there is none.</summary>
    public static string Shared(string path)
    {
        var file = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not beside the project");
        return File.ReadAllText(file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LabelService.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
