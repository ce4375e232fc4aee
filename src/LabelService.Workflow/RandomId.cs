namespace LabelService.Workflow;

/// <summary>Identifiers such as <c>chk_01JD…</c>: a prefix and a time-ordered UUID (version 7) in Crockford's base 32, 26 letters.</summary>
internal static class RandomId
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Next(string prefix, DateTimeOffset now) =>
        string.Create(prefix.Length + 27, (prefix, Guid.CreateVersion7(now)), static (span, state) =>
        {
            state.prefix.CopyTo(span);
            span[state.prefix.Length] = '_';
            Span<byte> bytes = stackalloc byte[16];
            state.Item2.TryWriteBytes(bytes, bigEndian: true, out _);
            var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
            for (var i = span.Length - 1; i > state.prefix.Length; i--)
            {
                span[i] = Alphabet[(int)(number & 31)];
                number >>= 5;
            }
        });
}
