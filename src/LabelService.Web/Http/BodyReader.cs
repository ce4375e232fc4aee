using System.Buffers;
using LabelService.Workflow;

namespace LabelService.Web.Http;

/// <summary>A request's body in one rented piece; to be disposed when the answer is there.</summary>
internal sealed class BodyReader : IDisposable
{
    /// <summary>A refused body is read this far, so that the client receives the 413 and no broken connection.</summary>
    public const int MaximumRefused = 16 << 20;

    private byte[] _buffer;
    private int _length;

    private BodyReader(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public static Refusal TooLarge(long? limit) => new(RefusalKind.TooLarge, "too-large",
        limit is null ? "The request is too large." : $"The request is larger than the {limit} bytes that this service takes (Limits__MaxBodyBytes).");

    public static Refusal WrongType(string mediaType) => new(
        RefusalKind.UnsupportedMediaType, "unsupported-media-type", $"Send the body as {mediaType}, with that Content-Type, in UTF-8.");

    /// <param name="mediaType">The only type taken, such as <c>application/json</c>.</param>
    public static async ValueTask<Answer<BodyReader>> ReadAsync(HttpRequest request, string mediaType, int limit, CancellationToken cancel)
    {
        if (!HasType(request.ContentType, mediaType))
        {
            return WrongType(mediaType);
        }

        if (request.ContentLength > limit)
        {
            await DrainAsync(request.Body, 0, cancel);
            return TooLarge(limit);
        }

        var body = new BodyReader((int)(request.ContentLength ?? 16 << 10) + 1);
        try
        {
            if (await body.FillAsync(request.Body, limit, cancel))
            {
                return body;
            }

            await DrainAsync(request.Body, body._length, cancel);
            body.Dispose();
            return TooLarge(limit);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    internal static bool HasType(string? contentType, string mediaType)
    {
        if (contentType is null)
        {
            return false;
        }

        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        var type = end < 0 ? contentType.AsSpan() : contentType.AsSpan(0, end);
        return type.Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            && (end < 0 || !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase) || contentType.Contains("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>False when the body is longer than the limit.</returns>
    private async ValueTask<bool> FillAsync(Stream stream, int limit, CancellationToken cancel)
    {
        int read;
        while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancel)) > 0)
        {
            _length += read;
            if (_length > limit)
            {
                return false;
            }

            if (_length == _buffer.Length)
            {
                Grow();
            }
        }

        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private static async ValueTask DrainAsync(Stream stream, long already, CancellationToken cancel)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(64 << 10);
        try
        {
            int read;
            while (already < MaximumRefused && (read = await stream.ReadAsync(scratch, cancel)) > 0)
            {
                already += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }
}
