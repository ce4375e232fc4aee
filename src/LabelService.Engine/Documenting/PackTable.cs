using System.Text;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Documenting;

/// <summary>The table of packs for a README: what ships, for where, and what of it is on.</summary>
public static class PackTable
{
    public const string Begin = "<!-- packs:begin, made by: labels rules docs --readme README.md -->";
    public const string End = "<!-- packs:end -->";

    public static string Of(Ruleset ruleset)
    {
        var table = new StringBuilder("| pack | for | what it asks (rules that are on) | off |\n|---|---|---|---|\n");
        foreach (var pack in ruleset.Packs.OrderBy(p => p.Jurisdiction == "any").ThenBy(p => p.Jurisdiction != "RU").ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            table.Append($"| `{pack.Id}` | {pack.Jurisdiction} | {Titles(pack, RuleStatus.On)} | {Titles(pack, RuleStatus.Off)} |\n");
        }

        return table.ToString();
    }

    /// <summary>The README with the table between its marks made anew; null where it has no marks.</summary>
    public static string? Put(string readme, Ruleset ruleset)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? null : readme[..(begin + Begin.Length)] + "\n" + Of(ruleset) + readme[end..];
    }

    private static string Titles(Pack pack, RuleStatus status)
    {
        var titles = pack.Rules.Where(r => r.Status == status).Select(r => (Tongue.English.Of(r.Title) ?? r.Id).Replace("|", "\\|", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        if (status == RuleStatus.On)
        {
            titles.InsertRange(0, pack.AgeScales.Select(s => $"Judges declared age marks ({s.Id})"));
        }

        return titles.Count == 0 ? "–" : string.Join("; ", titles);
    }
}
