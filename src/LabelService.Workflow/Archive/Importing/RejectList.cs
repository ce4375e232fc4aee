using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>Refused records with place and reason, a JSON line each.</summary>
internal sealed class RejectList : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FileStream _file;

    /// <param name="length">What was written by the time of the last page: lines behind it are written again.</param>
    public RejectList(string path, long length)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _file.SetLength(Math.Min(length, _file.Length));
        _file.Position = _file.Length;
    }

    public long Length => _file.Length;

    public void Add(string place, string reason)
    {
        JsonSerializer.Serialize(_file, new { place, reason }, Readable);
        _file.WriteByte((byte)'\n');
    }

    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();
}
