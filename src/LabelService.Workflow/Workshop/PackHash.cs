using System.Security.Cryptography;
using System.Text;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>Tells whether two states of a pack are the same, line ends aside.</summary>
internal static class PackHash
{
    /// <summary>The hash of a pack among the files of rules; empty where it is not there.</summary>
    public static string In(IReadOnlyDictionary<string, string> rules, string pack) => PackFiles.In(rules, pack) is { } files ? Of(files) : "";

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
