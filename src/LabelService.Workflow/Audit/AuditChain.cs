using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Audit;

/// <summary>
/// How a row follows from the one before: its hash covers the hash before it, every column, and a salted hash of its data. Data can then
/// be erased and the chain still holds; nothing else can change unnoticed.
/// </summary>
internal static class AuditChain
{
    public const int HashBytes = SHA256.HashSizeInBytes;
    private const int SaltBytes = 16;

    public static AuditRow Next(long seq, byte[] before, AuditEntry entry, DateTimeOffset now)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var dataHash = HashOfData(salt, entry.Data);

        // The store keeps milliseconds; what is hashed must be what is read back.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return new AuditRow
        {
            Seq = seq,
            At = at,
            ActorKind = entry.Actor.Kind,
            ActorId = entry.Actor.Id,
            ActorName = entry.Actor.Name,
            Site = entry.Site,
            What = entry.What,
            Subject = entry.Subject,
            Data = PackedJson.Pack(entry.Data),
            Salt = salt,
            DataHash = dataHash,
            Hash = HashOf(before, seq, at, entry.Actor.Kind, entry.Actor.Id, entry.Actor.Name, entry.Site, entry.What, entry.Subject, dataHash),
        };
    }

    /// <summary>What the hash of a stored row must be.</summary>
    public static byte[] HashOf(byte[] before, AuditRow row) =>
        HashOf(before, row.Seq, row.At, row.ActorKind, row.ActorId, row.ActorName, row.Site, row.What, row.Subject, row.DataHash);

    /// <param name="data">The JSON itself, not packed.</param>
    public static byte[] HashOfData(byte[] salt, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    private static byte[] HashOf(
        byte[] before, long seq, DateTimeOffset at, string kind, string id, string name, string? site, string what, string subject, byte[] dataHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Add(hash, seq);
        Add(hash, at.ToUnixTimeMilliseconds());
        foreach (var text in (ReadOnlySpan<string?>)[kind, id, name, site, what, subject])
        {
            Add(hash, text);
        }

        hash.AppendData(dataHash);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>With its length before it, so that no two rows read the same; -1 stands for none.</summary>
    private static void Add(IncrementalHash hash, string? text)
    {
        Add(hash, text is null ? -1 : text.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
    }
}
