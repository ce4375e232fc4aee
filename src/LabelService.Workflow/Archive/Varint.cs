namespace LabelService.Workflow.Archive;

/// <summary>Ascending numbers as differences, seven bits a byte, the lowest first.</summary>
internal static class Varint
{
    public static void Write(List<byte> bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }

        bytes.Add((byte)number);
    }

    /// <exception cref="InvalidDataException">The bytes end inside a number.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var part = bytes[at++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }

        throw new InvalidDataException("The index cannot be read: a row is damaged.");
    }

    public static byte[] Pack(ReadOnlySpan<uint> ascending)
    {
        var bytes = new List<byte>(ascending.Length * 3);
        uint before = 0;
        foreach (var number in ascending)
        {
            Write(bytes, number - before);
            before = number;
        }

        return [.. bytes];
    }

    public static byte[] Pack(ReadOnlySpan<long> ascending)
    {
        var bytes = new List<byte>(ascending.Length * 2);
        long before = 0;
        foreach (var number in ascending)
        {
            Write(bytes, (ulong)(number - before));
            before = number;
        }

        return [.. bytes];
    }

    public static uint[] Keys(ReadOnlySpan<byte> packed)
    {
        var keys = new List<uint>(packed.Length / 2);
        ulong before = 0;
        for (var at = 0; at < packed.Length;)
        {
            keys.Add((uint)(before += Read(packed, ref at)));
        }

        return [.. keys];
    }

    public static long[] Numbers(ReadOnlySpan<byte> packed)
    {
        var numbers = new List<long>(packed.Length);
        ulong before = 0;
        for (var at = 0; at < packed.Length;)
        {
            numbers.Add((long)(before += Read(packed, ref at)));
        }

        return [.. numbers];
    }
}
