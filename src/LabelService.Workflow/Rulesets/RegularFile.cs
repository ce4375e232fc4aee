using System.Formats.Tar;

namespace LabelService.Workflow.Rulesets;

/// <summary>Tells files from pipes, devices and sockets without opening them: to open a pipe that nobody writes to never ends.</summary>
internal static class RegularFile
{
    /// <exception cref="IOException">The file is not there, is a circle of links, or is a socket.</exception>
    public static bool Is(FileInfo file)
    {
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        target.Refresh();
        // Only a regular file has a length; an empty one may be anything.
        return target.Length > 0 || TypeOf(target.FullName) is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
    }

    /// <summary>The runtime tells the kind of a file nowhere else than in the header of an archive.</summary>
    private static TarEntryType TypeOf(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(path, "file");
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()!.EntryType;
    }
}
