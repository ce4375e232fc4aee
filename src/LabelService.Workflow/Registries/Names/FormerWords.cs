using System.Text.RegularExpressions;

namespace LabelService.Workflow.Registries.Names;

/// <summary>
/// Until 2025 the ministry wrote «(псевдоним - …)» and «(прежнее наименование - …)», since then quotes and brackets alone: the older
/// form is made the newer one, so that both mean the same entity.
/// </summary>
internal static partial class FormerWords
{
    public static string Unfold(string name) => Former().Replace(Pseudonym().Replace(name, "«$1»"), "(");

    [GeneratedRegex(@"\(псевдонимы?\s*[-–—:]\s*(.+?)\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pseudonym();

    [GeneratedRegex(@"\((?:прежн\p{L}+\s+\p{L}+|ранее)\s*[-–—:]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Former();
}
