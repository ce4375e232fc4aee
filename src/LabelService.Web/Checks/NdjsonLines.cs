using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using LabelService.Web.Http;

namespace LabelService.Web.Checks;

/// <summary>Cuts a stream of NDJSON into lines, numbered from 1 as they stand there. Blank lines count and are left out.</summary>
internal static class NdjsonLines
{
    /// <param name="limit">Bytes of one line. A longer one is read on to its end, within reason, and comes without bytes.</param>
    public static async IAsyncEnumerable<NdjsonLine> ReadAsync(PipeReader reader, int limit, [EnumeratorCancellation] CancellationToken cancel)
    {
        long number = 0;
        while (true)
        {
            var (line, skipped, ended) = await NextAsync(reader, limit, cancel);
            number++;
            if (skipped || (line.Length > 0 && line.AsSpan().IndexOfAnyExcept(" \t\r"u8) >= 0))
            {
                yield return new NdjsonLine(number, skipped ? null : line);
            }

            if (ended)
            {
                yield break;
            }
        }
    }

    private static async ValueTask<(byte[] Line, bool Skipped, bool Ended)> NextAsync(PipeReader reader, int limit, CancellationToken cancel)
    {
        long skipped = 0;
        while (true)
        {
            var result = await reader.ReadAsync(cancel);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                var taken = skipped > 0 || line.Length > limit ? null : line.ToArray();
                reader.AdvanceTo(buffer.GetPosition(1, end));
                return (taken ?? [], taken is null, false);
            }

            if (result.IsCompleted)
            {
                var taken = skipped > 0 || buffer.Length > limit ? null : buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return (taken ?? [], taken is null, true);
            }

            if (skipped == 0 && buffer.Length <= limit)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            skipped += buffer.Length;
            reader.AdvanceTo(buffer.End);
            if (skipped > BodyReader.MaximumRefused)
            {
                return ([], true, true);
            }
        }
    }
}

/// <param name="Number">From 1; blank lines count.</param>
/// <param name="Bytes">Null where the line was longer than the limit.</param>
internal sealed record NdjsonLine(long Number, byte[]? Bytes);
