namespace LabelService.Workflow.Rulesets;

/// <summary>
/// Finds the folder of rules from a relative setting: beside the content root or above it (a run from the sources), in the current
/// folder, or beside the program (a published copy).
/// </summary>
internal static class RulesFolderSearch
{
    /// <exception cref="StartRefusedException">It is nowhere; the message says where it was looked for.</exception>
    public static string Find(string path, string contentRoot)
    {
        var candidates = Candidates(path, contentRoot).Distinct(StringComparer.Ordinal).ToList();
        return candidates.FirstOrDefault(Directory.Exists) ?? throw new StartRefusedException(
            $"Rules__Path '{path}' is no folder. Looked for: {string.Join(", ", candidates)}. Set it to the folder that holds packs and registries.");
    }

    private static IEnumerable<string> Candidates(string path, string contentRoot)
    {
        if (Path.IsPathRooted(path))
        {
            return [path];
        }

        // Upwards no further than the repository: a folder named `rules` elsewhere on the disk is somebody else's.
        var above = new List<string>();
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            above.Add(Path.GetFullPath(path, folder.FullName));
            if (File.Exists(Path.Combine(folder.FullName, "LabelService.sln")))
            {
                return [Path.GetFullPath(path), .. above, Path.GetFullPath(path, AppContext.BaseDirectory)];
            }
        }

        return [Path.GetFullPath(path), Path.GetFullPath(path, contentRoot), Path.GetFullPath(path, AppContext.BaseDirectory)];
    }
}
