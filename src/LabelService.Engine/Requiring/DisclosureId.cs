using System.Security.Cryptography;
using System.Text;

namespace LabelService.Engine.Requiring;

/// <summary>Ids of disclosures: the same rule, jurisdiction and subject have the same id in every check.</summary>
internal static class DisclosureId
{
    public static string Of(string rule, string jurisdiction, string? subject)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{jurisdiction}\n{subject}"));
        return "dsc_" + Convert.ToHexStringLower(hash.AsSpan(0, 10));
    }
}
