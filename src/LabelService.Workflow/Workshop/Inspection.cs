using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Workshop;

/// <summary>What an editor shows while an author types.</summary>
/// <param name="Cases">Empty while there are errors.</param>
/// <param name="Gaps">Rules and conditions that no case exercises both ways.</param>
/// <param name="Coverage">How often each rule and condition held and failed in its own cases.</param>
/// <param name="Sample">The answer for the sample article; null without one, or while there are errors.</param>
/// <param name="SampleFault">Why the sample could not be checked.</param>
internal sealed record Inspection(
    ImmutableArray<RuleFileError> Errors, ImmutableArray<RuleFileError> Warnings, ImmutableArray<CaseResult> Cases, ImmutableArray<RuleFileError> Gaps,
    ImmutableArray<ConditionCoverage> Coverage, CheckReport? Sample, string? SampleFault)
{
    public bool IsProven => Errors.IsEmpty && Gaps.IsEmpty && Cases.All(c => c.Passed);
}
