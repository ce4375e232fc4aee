namespace LabelService.Workflow.Archive.Sources;

/// <summary>The forms in which an archive comes.</summary>
internal static class ArchiveFormat
{
    public static readonly string[] All = ["ndjson", "wxr", "folder"];

    /// <param name="format">One of <see cref="All"/>; null to tell it by the path.</param>
    /// <exception cref="IOException">There is no such file or folder.</exception>
    public static IRecordSource Open(string path, string? format) => (format ?? Tell(path)) switch
    {
        "folder" => new FolderSource(path),
        "wxr" => new ExportSource(path),
        _ => new LineSource(path),
    };

    private static string Tell(string path) => Directory.Exists(path) ? "folder" : Path.GetExtension(path).ToLowerInvariant() is ".xml" or ".wxr" ? "wxr" : "ndjson";
}
