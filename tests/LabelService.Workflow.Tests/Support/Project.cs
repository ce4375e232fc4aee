using LabelService.Engine.Checking;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Tests.Support;

/// <summary>The files of the project and, where it is there, the folder <c>../shared</c> beside it.</summary>
internal static class Project
{
    public static string Root { get; } = FindRoot();

    /// <summary>Matches by the rules that ship.</summary>
    public static TextMatcher Matcher { get; } = new(RulesetBuilder.Build(
        new RulesetFolder(Path.Combine(Root, "rules")).Read().Files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!);

    public static string Gold(string file) => Path.Combine(Root, "tests", "LabelService.Workflow.Tests", "Evaluation", "gold", file);

    /// <summary>The path of a file of <c>../shared</c>; skips the test with a clear line where there is none.</summary>
    public static string Shared(string path)
    {
        var file = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not beside the project");
        return file;
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
