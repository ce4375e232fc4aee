using System.Text;

namespace LabelService.Workflow.Registries;

/// <summary>An export file in memory.</summary>
internal sealed class SourceFile(string path, byte[] bytes, DateOnly modified)
{
    private const long MaxBytes = 512L << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private string? _text;

    public string Name { get; } = System.IO.Path.GetFileName(path);

    public byte[] Bytes => bytes;

    /// <summary>The day (UTC) on which the file was last written.</summary>
    public DateOnly Modified => modified;

    /// <summary>The text, as UTF-8 where it is that, else as Latin-1, which FARA's exports can be.</summary>
    public string Text => _text ??= Decode();

    public bool IsZip => bytes.AsSpan().StartsWith("PK\u0003\u0004"u8);

    /// <exception cref="ImportRefusedException">It cannot be read.</exception>
    public static async Task<SourceFile> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxBytes)
            {
                throw new ImportRefusedException($"{path} has {file.Length} bytes; at most {MaxBytes} are read.");
            }

            return new SourceFile(path, await File.ReadAllBytesAsync(path, cancel), DateOnly.FromDateTime(file.LastWriteTimeUtc));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ImportRefusedException($"{path} cannot be read: {error.Message}");
        }
    }

    private string Decode()
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
