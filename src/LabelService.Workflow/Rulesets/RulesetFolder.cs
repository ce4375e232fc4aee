using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.Rulesets;

/// <summary>Reads the files of rules, within bounds, as the engine wants them: content by relative path.</summary>
internal sealed class RulesetFolder(string root)
{
    private const int MaximumFiles = 20_000;
    private const long MaximumFileBytes = 64L << 20;

    private static readonly string[] Endings = [".yaml", ".yml", ".csv"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Root => root;

    /// <summary>What the folder looks like from outside: differs whenever a file was added, removed, renamed or written.</summary>
    public string Fingerprint()
    {
        var look = new HashCode();
        foreach (var file in Files())
        {
            look.Add(file.FullName, StringComparer.Ordinal);
            look.Add(file.LastWriteTimeUtc.Ticks);
            look.Add(file.Length);
        }

        return look.ToHashCode().ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <returns>The files that could be read, and what was wrong with the others.</returns>
    public (Dictionary<string, string> Files, List<RuleFileError> Errors) Read()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new List<RuleFileError>();
        foreach (var file in Files())
        {
            var path = Path.GetRelativePath(root, file.FullName).Replace('\\', '/');
            if (TryRead(file, path, errors) is { } text)
            {
                files[path] = text;
            }
        }

        return (files, errors);
    }

    private static string? TryRead(FileInfo file, string path, List<RuleFileError> errors)
    {
        try
        {
            if (!RegularFile.Is(file))
            {
                errors.Add(new RuleFileError(path, 1, 1, "not-a-file", "This is no regular file but a pipe, a device or a socket, which may never end; put a file in its place, or a link to one."));
                return null;
            }

            if (ReadBytes(file.FullName) is not { } bytes)
            {
                errors.Add(new RuleFileError(path, 1, 1, "too-large", $"The file has more than the {MaximumFileBytes} bytes that are read; split it."));
                return null;
            }

            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            errors.Add(new RuleFileError(path, 1, 1, "not-utf8", $"The file is not UTF-8 (at byte {error.Index}); save it as UTF-8."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new RuleFileError(path, 1, 1, "unreadable", $"The file cannot be read: {error.Message}"));
        }

        return null;
    }

    /// <summary>Counts while it reads: a file may grow while it is read.</summary>
    private static byte[]? ReadBytes(string file)
    {
        using var stream = File.OpenRead(file);
        using var bytes = new MemoryStream((int)Math.Min(stream.CanSeek ? stream.Length : 0, MaximumFileBytes));
        var piece = new byte[80 << 10];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > MaximumFileBytes)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private IEnumerable<FileInfo> Files()
    {
        // Hidden files are editors' own; a link out of the folder is followed once, as a mounted volume is one.
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return new DirectoryInfo(root).EnumerateFiles("*", options)
            .Where(f => Endings.Contains(f.Extension, StringComparer.OrdinalIgnoreCase))
            .Take(MaximumFiles)
            .OrderBy(f => f.FullName, StringComparer.Ordinal);
    }
}
