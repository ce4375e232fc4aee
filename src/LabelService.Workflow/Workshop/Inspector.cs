using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Workshop;

/// <summary>Reads, lints, proves and tries a pack as it stands in an editor. Stores nothing.</summary>
internal sealed class Inspector(RulesetHolder rulesets, ExceptionsInForce exceptions)
{
    /// <param name="sample">An article to check by the candidate; null for none.</param>
    public Inspection Inspect(PackFiles files, CheckRequest? sample)
    {
        var rules = rulesets.With(files);
        if (!rules.Errors.IsEmpty || rules.Ruleset is null)
        {
            return new Inspection(rules.Errors, rules.Warnings, [], [], [], null, null);
        }

        var proof = rulesets.Prove(files);
        var (report, fault) = sample is null ? (null, null) : Check(sample, rules);
        var warnings = rulesets.Lint(files, exceptions.Today(rules.Ruleset)).AddRange(rulesets.LabelTexts.Lacking(rules.Ruleset.Packs.Where(p => p.Id == files.Pack)));
        return new Inspection(proof.Errors, warnings, proof.Results, proof.Gaps, proof.Conditions, report, fault);
    }

    private (CheckReport? Report, string? Fault) Check(CheckRequest sample, CandidateRules rules)
    {
        try
        {
            var asked = sample with { Include = [ReportPart.Trace, ReportPart.Labelled], Store = false };
            return (ArticleChecker.Check(asked, AskedDays.Of(asked, rules.Ruleset!.TimeZone), rules.Ruleset, exceptions.Of(rules.Ruleset)), null);
        }
        catch (CheckRefusedException refused)
        {
            return (null, refused.Message);
        }
    }
}
