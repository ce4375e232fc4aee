using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Reviews;

/// <summary>Everything that a decision is made on.</summary>
/// <param name="Items">The questions that are open.</param>
/// <param name="Earlier">All decisions on the article.</param>
/// <param name="IsForSeniors">Escalated, or about an entity in dispute.</param>
internal sealed record DecisionCase(ReviewRow Review, List<ReviewItemRow> Items, List<DecisionRow> Earlier, Person Person, bool IsForSeniors, DateTimeOffset Now)
{
    /// <summary>A senior decides alone what was left to seniors.</summary>
    public bool NeedsSecond => Review.Persons > 1 && !IsForSeniors;
}
