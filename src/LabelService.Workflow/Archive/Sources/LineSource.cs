using System.Globalization;
using System.Security.Cryptography;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>NDJSON: a request or an article a line. Positions are bytes.</summary>
internal sealed class LineSource(string file) : IRecordSource
{
    /// <summary>Bytes of the longest line that is read; the limit of a request is far below.</summary>
    private const int LongestLine = 16 << 20;

    /// <summary>Bytes before a position by which the file is known again.</summary>
    private const int Behind = 65_536;

    /// <summary>A file that only grew is still the same; one that was written anew has other lines there.</summary>
    public string StampAt(long position)
    {
        using var stream = File.OpenRead(file);
        stream.Position = Math.Max(0, position - Behind);
        var read = new byte[(int)Math.Min(position, Behind)];
        var length = stream.ReadAtLeast(read, read.Length, throwOnEndOfStream: false);
        return Convert.ToHexStringLower(SHA256.HashData(read.AsSpan(0, length)).AsSpan(0, 16));
    }

    public long? End => new FileInfo(file).Length;

    public IEnumerable<RawRecord> Read(long position)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
        stream.Position = position;
        var buffer = new byte[1 << 20];
        var (filled, next) = (0, position);
        for (bool isEnd = false; !isEnd;)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            (isEnd, filled) = (read == 0, filled + read);
            var start = 0;
            while (start < filled && (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and var length || (isEnd && (length = filled - start) > 0)))
            {
                var end = Math.Min(filled, start + length + 1);
                next += end - start;
                yield return Of(buffer.AsSpan(start, length), next - (end - start), next);
                start = end;
            }

            filled -= start;
            buffer.AsSpan(start, filled).CopyTo(buffer);
            if (filled == buffer.Length)
            {
                if (filled >= LongestLine)
                {
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"the line at byte {next} is longer than {LongestLine >> 20} MiB; NDJSON has one record a line"));
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    private static RawRecord Of(ReadOnlySpan<byte> line, long at, long next)
    {
        var trimmed = line.Trim(" \t\r\uFEFF"u8);
        var place = string.Create(CultureInfo.InvariantCulture, $"byte {at}");
        return trimmed.IsEmpty ? new RawRecord(place, next) { IsPassedOver = true } : new RawRecord(place, next) { Json = trimmed.ToArray() };
    }
}
