using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;

namespace LabelService.Engine.Reconciling;

/// <summary>Required against found: each disclosure and age rating with its status, and the notices behind it.</summary>
internal sealed record Reconciled(ImmutableArray<ReconciledDisclosure> Disclosures, ImmutableArray<ReconciledAge> Ages);

/// <param name="Demand">The rule that asks for it, the newest version first; null for a notice that nothing asks for.</param>
/// <param name="Notices">The notices of the article that are it, or stand in its place.</param>
internal sealed record ReconciledDisclosure(
    DisclosureDemand? Demand, DisclosureStatus Status, StatusReason Reason, ImmutableArray<NoticeFact> Notices);

/// <summary>Why a disclosure has its status; each has a sentence for the journalist.</summary>
internal enum StatusReason
{
    NotFound,
    NotFoundEndedOnly,
    UncertainWho,
    RuleAsksForReview,
    RuleBraked,
    Found,
    FoundTranslated,
    WrongWording,
    WrongSubject,
    WrongPlace,
    NothingRequires,
}

/// <param name="Value">The strictest mark required or declared.</param>
/// <param name="Demands">Empty where the mark is only declared.</param>
internal sealed record ReconciledAge(
    string Scale, string Value, string? Required, string? Declared, DisclosureStatus Status, ImmutableArray<AgeDemand> Demands, ImmutableArray<AgeMarkFact> Marks);
