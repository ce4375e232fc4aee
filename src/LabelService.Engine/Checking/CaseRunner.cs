using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Checking;

/// <param name="Problems">What came out otherwise than expected; empty where the case passed.</param>
public sealed record CaseResult(string Rule, string Case, Position Position, ImmutableArray<Told> Problems)
{
    public bool Passed => Problems.IsEmpty;

    /// <summary>Whether the rule spoke.</summary>
    public bool Fired { get; init; }
}

/// <param name="Errors">What is wrong in the packs and in the files of cases themselves.</param>
/// <param name="Gaps">Rules and conditions that no case exercises both ways.</param>
public sealed record CaseReport(ImmutableArray<CaseResult> Results, ImmutableArray<RuleFileError> Errors, ImmutableArray<RuleFileError> Gaps)
{
    public bool Passed => Errors.IsEmpty && Gaps.IsEmpty && Results.All(r => r.Passed);
}

/// <summary>Runs the cases of rules: each with its rule switched on, all else as the packs say, the newsroom's file left aside.</summary>
public static class CaseRunner
{
    /// <param name="pack">Only this pack's cases; null for all.</param>
    public static CaseReport Run(IReadOnlyDictionary<string, string> files, RulesetSettings settings, string? pack = null)
    {
        var loading = RulesetBuilder.Build(files, settings);
        // A rule without cases loads, with a warning; here, where rules prove themselves, it is an error.
        var errors = loading.Errors.AddRange(loading.Warnings.Where(w => w.Code == "no-cases")).ToBuilder();
        var results = ImmutableArray.CreateBuilder<CaseResult>();
        var gaps = ImmutableArray.CreateBuilder<RuleFileError>();
        var ruleset = loading.Ruleset;
        var read = new Dictionary<string, CaseFile?>(StringComparer.Ordinal);
        foreach (var rule in ruleset?.PacksAsRead.Where(p => pack is null || p.Id == pack).SelectMany(p => p.Rules) ?? [])
        {
            var coverage = new CaseCoverage(rule);
            foreach (var path in rule.CaseFiles)
            {
                if (!read.TryGetValue(path, out var cases))
                {
                    read[path] = cases = Read(path, files, rule, errors);
                }

                foreach (var one in cases?.Cases ?? [])
                {
                    results.Add(RunOne(one, rule, cases!, ruleset!, settings, coverage));
                }
            }

            if (!rule.CaseFiles.IsEmpty)
            {
                gaps.AddRange(coverage.Gaps());
            }
        }

        return new CaseReport(results.ToImmutable(), errors.ToImmutable(), gaps.ToImmutable());
    }

    private static CaseFile? Read(string path, IReadOnlyDictionary<string, string> files, Rule rule, ImmutableArray<RuleFileError>.Builder errors)
    {
        if (!files.TryGetValue(path, out var text))
        {
            errors.Add(new RuleFileError(rule.Position.File, rule.Position.Line, rule.Position.Column, "missing-cases", $"the rule {rule.Id} names {path}, and there is no such file"));
            return null;
        }

        var found = new FileErrors();
        var cases = CaseReader.Read(path, text, found);
        errors.AddRange(found.Errors);
        return cases;
    }

    private static CaseResult RunOne(RuleCase one, Rule rule, CaseFile file, Ruleset ruleset, RulesetSettings settings, CaseCoverage coverage)
    {
        if (Unknown(one, file, ruleset).ToImmutableArray() is { IsEmpty: false } unknown)
        {
            return new CaseResult(rule.Id, one.Name, one.Position, unknown);
        }

        var switched = Switch(rule, one, file, ruleset, settings);
        var request = new CheckRequest { Article = one.Article, AsOf = one.AsOf, Jurisdictions = one.Jurisdictions, Include = [ReportPart.Trace, ReportPart.Labelled], Store = false };
        var day = AskedDays.Of(request, switched.TimeZone);
        try
        {
            var report = ArticleChecker.Check(request, day, switched, Exceptions.None);
            coverage.Add(request, day, switched, report);
            var fired = report.Trace!.Value.Any(t => t.Fired && t.Rule == rule.Id);
            return new CaseResult(rule.Id, one.Name, one.Position, one.Expect.Silent ? Silence(rule, fired) : CaseVerdict.Compare(one.Expect, report)) { Fired = fired };
        }
        catch (CheckRefusedException refused)
        {
            return new CaseResult(rule.Id, one.Name, one.Position, [$"the article was refused: {Told.FromText(refused.Message)}"]);
        }
    }

    private static ImmutableArray<Told> Silence(Rule rule, bool fired) => fired ? [$"the rule {rule.Id} speaks; it was expected to be silent"] : [];

    /// <summary>What a case names that is not there, and would change nothing unseen.</summary>
    private static IEnumerable<Told> Unknown(RuleCase one, CaseFile file, Ruleset ruleset) =>
    [
        .. one.Jurisdictions.Where(j => !ruleset.PacksAsRead.Any(p => string.Equals(p.Jurisdiction, j, StringComparison.OrdinalIgnoreCase)))
            .Select(j => (Told)$"there is no pack of the jurisdiction '{j}'; {Words.Hint(j, ruleset.PacksAsRead.Select(p => p.Jurisdiction).Distinct(StringComparer.Ordinal))}"),
        .. one.Rules.Keys.Where(id => !ruleset.PacksAsRead.Any(p => p.Rules.Any(r => r.Id == id))).Select(id => (Told)$"there is no rule '{id}' to switch"),
        .. file.Entities.Where(e => !ruleset.Registries.ContainsKey(e.Registry))
            .Select(e => (Told)$"there is no registry '{e.Registry}' for the entity '{e.Id}'; {Words.Hint(e.Registry, ruleset.Registries.Keys.Order(StringComparer.Ordinal))}"),
    ];

    /// <summary>The ruleset of a case: its rule on, its invented entities in place of the registries that they name.</summary>
    private static Ruleset Switch(Rule rule, RuleCase one, CaseFile file, Ruleset ruleset, RulesetSettings settings)
    {
        var statuses = new Dictionary<string, RuleStatus>(one.Rules, StringComparer.Ordinal) { [rule.Id] = RuleStatus.On };
        var newsroom = Newsroom.None with { Rules = statuses.ToFrozenDictionary(StringComparer.Ordinal) };
        var registries = ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => Invented(r, file)).ToImmutableArray();
        return RulesetAssembly.Assemble(ruleset.PacksAsRead, registries, newsroom, settings with { Jurisdictions = [] });
    }

    /// <summary>Never stale: what a case shows must not change as days go by.</summary>
    private static Registry Invented(Registry registry, CaseFile file)
    {
        ImmutableArray<Entity> entities = [.. file.Entities.Where(e => e.Registry == registry.Id)];
        return registry with { Entities = entities.IsEmpty ? registry.Entities : entities, FreshForDays = null };
    }
}
