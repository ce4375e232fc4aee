using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Checking;

/// <param name="Problems">What came out otherwise than expected; empty where the case passed.</param>
public sealed record CaseResult(string Rule, string Case, Position Position, ImmutableArray<Told> Problems)
{
    public bool Passed => Problems.IsEmpty;

    /// <summary>Whether the rule spoke.</summary>
    public bool Fired { get; init; }
}

/// <param name="Errors">What is wrong in the packs and in the files of cases themselves.</param>
/// <param name="Gaps">Rules and conditions that their cases do not show both ways, and rules with too few cases.</param>
public sealed record CaseReport(ImmutableArray<CaseResult> Results, ImmutableArray<RuleFileError> Errors, ImmutableArray<RuleFileError> Gaps)
{
    public bool Passed => Errors.IsEmpty && Gaps.IsEmpty && Results.All(r => r.Passed);

    /// <summary>How often each rule that was run, and each condition in it that asks something of its own, held and failed.</summary>
    public ImmutableArray<ConditionCoverage> Conditions { get; init; } = [];
}

/// <summary>How a rule or one of its conditions went in the rule's own cases.</summary>
/// <param name="Position">Where it stands in its pack: the rule's first key, or the condition's.</param>
/// <param name="Held">Cases in which it held; for a rule, in which it fired.</param>
/// <param name="Failed">Cases in which it did not.</param>
public sealed record ConditionCoverage(string Rule, Position Position, int Held, int Failed);
