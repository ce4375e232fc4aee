using System.Diagnostics;

namespace LabelService.Repo.Tests;

/// <summary>Where the sources of this very build lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files that git tracks, or would track, with '/' between their parts.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => File.Exists(PathOf(file)))];

    private static string Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} gave {process.ExitCode}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LabelService.sln")))
                return folder.FullName;
        throw new InvalidOperationException("LabelService.sln is in no folder above the tests");
    }
}
