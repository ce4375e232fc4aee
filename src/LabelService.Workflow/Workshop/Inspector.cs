using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Workshop;

/// <summary>
/// Reads, lints, proves and tries a pack as it stands in an editor. Stores nothing. One at a time: it takes a whole core for a while, and
/// authors who type must not take the machine from the articles that are checked.
/// </summary>
internal sealed class Inspector(RulesetHolder rulesets, ExceptionsInForce exceptions) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="sample">An article to check by the candidate; null for none.</param>
    /// <exception cref="OperationCanceledException">The author has typed on, and nobody waits for the answer.</exception>
    public async Task<Inspection> InspectAsync(PackFiles files, CheckRequest? sample, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return Inspect(files, sample, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Inspection Inspect(PackFiles files, CheckRequest? sample, CancellationToken cancel)
    {
        var rules = rulesets.With(files);
        if (!rules.Errors.IsEmpty || rules.Ruleset is null)
        {
            return new Inspection(rules.Errors, rules.Warnings, [], [], [], null, null);
        }

        cancel.ThrowIfCancellationRequested();
        var proof = rulesets.Prove(files);
        cancel.ThrowIfCancellationRequested();
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
