using System.Text.RegularExpressions;

namespace LabelService.Repo.Tests.Image;

/// <summary>The files that a build of the image is given: those of the repository that <c>.dockerignore</c> lets through.</summary>
internal static class BuildContext
{
    public static IReadOnlyList<string> Files { get; } = [.. Repository.Files.Where(IsLetThrough)];

    /// <summary>The last pattern that fits a file or a folder above it decides.</summary>
    private static bool IsLetThrough(string file)
    {
        var isIn = true;
        foreach (var line in File.ReadLines(Repository.PathOf(".dockerignore")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var letsIn = line[0] == '!';
            if (Pattern(letsIn ? line[1..] : line).IsMatch(file))
                isIn = letsIn;
        }
        return isIn;
    }

    private static Regex Pattern(string glob)
    {
        var pattern = Regex.Escape(glob).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($"^{pattern}(/|$)", RegexOptions.NonBacktracking);
    }
}
