using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Reviews;

/// <summary>Everything that a decision is made on.</summary>
/// <param name="Items">The questions that are open.</param>
/// <param name="Earlier">All decisions on the article.</param>
/// <param name="IsForSeniors">Escalated, or about an entity in dispute.</param>
/// <param name="Held">Entities of it that are in dispute.</param>
/// <param name="HasEscalated">Whether this very person left it to seniors.</param>
internal sealed record DecisionCase(
    ReviewRow Review, List<ReviewItemRow> Items, List<DecisionRow> Earlier, Person Person, bool IsForSeniors, HashSet<string> Held, bool HasEscalated, DateTimeOffset Now)
{
    /// <summary>A senior decides alone what was left to seniors, unless it was they who left it.</summary>
    public bool NeedsSecond => Review.Persons > 1 && !IsForSeniors;

    /// <summary>Of decisions on this review, those that this person made or agreed to.</summary>
    public IEnumerable<DecisionRow> Mine => Earlier.Where(d => d.ReviewId == Review.Id && (d.ById == Person.Id || d.SecondById == Person.Id));
}
