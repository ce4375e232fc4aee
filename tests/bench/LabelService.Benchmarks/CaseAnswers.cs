using System.Security.Cryptography;
using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;

namespace LabelService.Benchmarks;

/// <summary>The answer to every article of the shipped cases as a hash, one a line: two builds that agree on all answer alike, byte for byte.</summary>
internal static class CaseAnswers
{
    private static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, []);

    public static void Print()
    {
        var files = Bench.Files();
        foreach (var path in files.Keys.Where(f => f.Contains("/cases/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var cases = CaseReader.Read(path, files[path], new FileErrors())!;
            foreach (var allOn in (bool[])[false, true])
            {
                var ruleset = With(cases, allOn);
                foreach (var one in cases.Cases)
                    foreach (var traced in (bool[])[false, true])
                        Console.WriteLine($"{path} {one.Name} {(allOn ? "all on" : "as shipped")}{(traced ? ", traced" : "")}: {Answer(one, ruleset, traced)}");
            }
        }
    }

    private static string Answer(RuleCase one, Ruleset ruleset, bool traced)
    {
        ReportPart[] parts = traced ? [ReportPart.Labelled, ReportPart.NearMisses, ReportPart.Trace] : [ReportPart.Labelled, ReportPart.NearMisses];
        var request = new CheckRequest { Article = one.Article, AsOf = one.AsOf, Jurisdictions = one.Jurisdictions, Include = [.. parts], Store = false };
        var report = ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ruleset, Exceptions.None);
        // The version is a hash of the files, which may have changed without any answer changing.
        report = report with { Ruleset = report.Ruleset with { Version = "" } };
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(report, ContractJson.Wire)));
    }

    private static Ruleset With(CaseFile cases, bool allOn)
    {
        var shipped = Bench.Ruleset;
        var registries = shipped.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => cases.Entities.Any(e => e.Registry == r.Id) ? r with { Entities = [.. cases.Entities.Where(e => e.Registry == r.Id)] } : r);
        var packs = allOn ? [.. shipped.PacksAsRead.Select(p => p with { Rules = [.. p.Rules.Select(r => r with { Status = RuleStatus.On })] })] : shipped.PacksAsRead;
        return RulesetAssembly.Assemble(packs, [.. registries], Newsroom.None, Settings);
    }
}
