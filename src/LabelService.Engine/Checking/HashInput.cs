using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace LabelService.Engine.Checking;

/// <summary>Texts put together for a hash in one rented piece, each with its length first: "ab" and "c" are not "a" and "bc".</summary>
/// <param name="size">Bytes to begin with; it grows.</param>
internal sealed class HashInput(int size) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(size);
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>As UTF-8, half the bytes of Latin text. An absent text has length -1.</summary>
    public void Add(string? text)
    {
        var length = text?.Length ?? -1;
        var bytes = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        Reserve(sizeof(int) + bytes);
        MemoryMarshal.Write(_bytes.AsSpan(_length), length);
        _length += sizeof(int);
        _length += Encoding.UTF8.GetBytes(text.AsSpan(), _bytes.AsSpan(_length));
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Reserve(int more)
    {
        if (_bytes.Length - _length >= more)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + more));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
