using System.Buffers;
using System.Text.Json;

namespace LabelService.Engine.Model;

/// <summary>
/// An answer as the bytes of the wire. The generated writer is called directly, for a third of the time: the serializer takes it only where
/// the encoder is its own, and ours leaves every character as it is. A test holds the two to the same bytes.
/// </summary>
public static class ReportJson
{
    /// <summary>Bytes that a thread keeps for its next answer.</summary>
    private const int MaximumKept = 256 << 10;

    [ThreadStatic]
    private static Pen? _pen;

    public static byte[] Write(CheckReport report)
    {
        var pen = _pen ?? new Pen();
        var json = pen.Write(report);
        _pen = json.Length <= MaximumKept ? pen : null;
        return json;
    }

    private sealed class Pen
    {
        private readonly ArrayBufferWriter<byte> _bytes = new(8 << 10);
        private readonly Utf8JsonWriter _writer;

        public Pen() => _writer = new Utf8JsonWriter(
            _bytes, new JsonWriterOptions { Encoder = ContractJson.Wire.Encoder, MaxDepth = ContractJson.MaxDepth, SkipValidation = true });

        public byte[] Write(CheckReport report)
        {
            // Before and not after: an answer that could not be written leaves its half behind.
            _bytes.ResetWrittenCount();
            _writer.Reset();
            ContractJson.Default.CheckReport.SerializeHandler!(_writer, report);
            _writer.Flush();
            return _bytes.WrittenSpan.ToArray();
        }
    }
}
