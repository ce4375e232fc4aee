namespace LabelService.Workflow;

/// <summary>Identifiers such as <c>chk_01JD…</c>: a prefix and a time-ordered UUID (version 7) in Crockford's base 32, 26 letters.</summary>
internal static class RandomId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Next(string prefix, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
        return Of(prefix, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Before every identifier made at that moment or later, and after all earlier ones: the bytes of an identifier follow time.</summary>
    public static string First(string prefix, DateTimeOffset at) => Of(prefix, (UInt128)(ulong)at.ToUnixTimeMilliseconds() << 80);

    private static string Of(string prefix, UInt128 id) =>
        string.Create(prefix.Length + 27, (prefix, id), static (span, state) =>
        {
            state.prefix.CopyTo(span);
            span[state.prefix.Length] = '_';
            var number = state.id;
            for (var i = span.Length - 1; i > state.prefix.Length; i--)
            {
                span[i] = Alphabet[(int)(number & 31)];
                number >>= 5;
            }
        });
}
