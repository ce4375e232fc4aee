using System.Collections.Immutable;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Checking;

/// <summary>Runs the cases of rules: each with its rule switched on, all else as the packs say, the newsroom's file left aside.</summary>
public static class CaseRunner
{
    /// <param name="pack">Only this pack's cases; null for all.</param>
    /// <param name="inForce">A ruleset of which all that did not change is taken over, so that one pack is tried in little time.</param>
    public static CaseReport Run(IReadOnlyDictionary<string, string> files, RulesetSettings settings, string? pack = null, Ruleset? inForce = null)
    {
        var loading = RulesetBuilder.Build(files, settings, inForce);
        // A rule without cases loads, with a warning; here, where rules prove themselves, it is an error.
        var errors = loading.Errors.AddRange(loading.Warnings.Where(w => w.Code == "no-cases")).ToBuilder();
        var results = ImmutableArray.CreateBuilder<CaseResult>();
        var gaps = ImmutableArray.CreateBuilder<RuleFileError>();
        var conditions = ImmutableArray.CreateBuilder<ConditionCoverage>();
        var ruleset = loading.Ruleset;
        var rulesets = ruleset is null ? null : new CaseRulesets(ruleset, settings);
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
                    results.Add(RunOne(one, rule, cases!, ruleset!, rulesets!, coverage));
                }
            }

            if (!rule.CaseFiles.IsEmpty)
            {
                gaps.AddRange(coverage.Gaps());
                conditions.AddRange(coverage.Conditions());
            }
        }

        return new CaseReport(results.ToImmutable(), errors.ToImmutable(), gaps.ToImmutable()) { Conditions = conditions.ToImmutable() };
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

    private static CaseResult RunOne(RuleCase one, Rule rule, CaseFile file, Ruleset ruleset, CaseRulesets rulesets, CaseCoverage coverage)
    {
        if (Unknown(one, file, ruleset).ToImmutableArray() is { IsEmpty: false } unknown)
        {
            return new CaseResult(rule.Id, one.Name, one.Position, unknown);
        }

        var switched = rulesets.Of(rule, one, file);
        var request = new CheckRequest { Article = one.Article, AsOf = one.AsOf, Jurisdictions = one.Jurisdictions, Include = [ReportPart.Trace, ReportPart.Labelled], Store = false };
        var day = AskedDays.Of(request, switched.TimeZone);
        try
        {
            var facts = FactFinder.Find(ArticleReader.Read(request), switched.Index);
            var report = ArticleChecker.Judge(facts, day, switched, Exceptions.None);
            coverage.Add(facts, day, switched, report);
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
}
