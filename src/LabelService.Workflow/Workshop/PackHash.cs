using System.Security.Cryptography;
using System.Text;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>Tells whether two states of a pack are the same, line ends aside.</summary>
internal static class PackHash
{
    public static string Of(PackFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{text.ReplaceLineEndings("\n")}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
