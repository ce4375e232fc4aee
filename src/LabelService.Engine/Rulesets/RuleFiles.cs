using System.Security.Cryptography;
using System.Text;

namespace LabelService.Engine.Rulesets;

/// <summary>What the files of a rules folder are, by their paths.</summary>
internal static class RuleFiles
{
    private const string BrandsEnding = ".brands.csv";

    /// <summary>The folder of each pack, by its name: <c>packs/ru-age/pack.yaml</c> is the pack <c>ru-age</c>.</summary>
    public static IEnumerable<(string Id, string Path)> Packs(IEnumerable<string> paths) =>
        from path in paths.Order(StringComparer.Ordinal)
        let parts = path.Split('/')
        where parts is ["packs", _, "pack.yaml"]
        select (parts[1], path);

    public static IEnumerable<(string Id, string Path)> Registries(IEnumerable<string> paths) =>
        from path in paths.Order(StringComparer.Ordinal)
        let parts = path.Split('/')
        where parts is ["registries", _] && parts[1].EndsWith(".csv", StringComparison.Ordinal) && !IsBrands(path)
        select (parts[1][..^4], path);

    /// <summary>The list of brands that people keep beside a registry.</summary>
    public static string BrandsOf(string registry) => $"registries/{registry}{BrandsEnding}";

    /// <summary>Lists of brands whose registry has no table: all their rows match nothing.</summary>
    public static IEnumerable<string> BrandsOfNobody(IReadOnlyCollection<string> paths) =>
        paths.Where(p => IsBrands(p) && !paths.Contains($"{p[..^BrandsEnding.Length]}.csv")).Order(StringComparer.Ordinal);

    private static bool IsBrands(string path) =>
        path.StartsWith("registries/", StringComparison.Ordinal) && path.EndsWith(BrandsEnding, StringComparison.Ordinal);

    /// <summary>A hash of texts that no editor's line ends or byte order mark change.</summary>
    public static string Hash(params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var plain = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
            hash.AppendData(Encoding.UTF8.GetBytes(plain));
            hash.AppendData([0]);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
