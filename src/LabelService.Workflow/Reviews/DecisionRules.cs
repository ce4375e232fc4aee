using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Reviews;

/// <summary>Who may decide what, and how a decision must look.</summary>
internal static class DecisionRules
{
    private const int Most = 100;
    private const int LongestText = 2000;

    /// <summary>What is wrong with the request alone.</summary>
    public static Refusal? Fault(DecisionRequest request, DateTimeOffset now)
    {
        if (request.Decisions.Length is 0 or > Most)
        {
            return ReviewRefusals.NothingDecided;
        }

        return request.Decisions.Select((d, i) => Fault(d, $"$.decisions[{i}]", now)).FirstOrDefault(f => f is not null);
    }

    /// <summary>Why this person may not decide this review so, at this moment.</summary>
    /// <param name="isGroup">Whether the same is decided in several articles at once.</param>
    public static Refusal? Refuse(DecisionCase hold, DecisionRequest request, bool isGroup)
    {
        var (review, person) = (hold.Review, hold.Person);
        if (!review.Waiting)
        {
            return ReviewRefusals.NotWaiting(review);
        }

        if (review.Revision != request.Revision)
        {
            return ReviewRefusals.Stale(review);
        }

        if (review.IsLeasedToOther(person.Id, hold.Now))
        {
            return ReviewRefusals.Held(review);
        }

        if (hold.IsForSeniors && !person.Is(PersonRoles.Senior))
        {
            return ReviewRefusals.NeedsSenior;
        }

        var mine = hold.Mine.ToList();
        if (review.AppealedAt is not null && mine.Count > 0)
        {
            return ReviewRefusals.SamePerson;
        }

        // Where the rule asks for two, nobody gets round the other by leaving it to seniors and being one.
        if (review.Persons > 1 && hold.IsForSeniors && (hold.HasEscalated || mine.Exists(d => d.State is "proposed" or "disputed")))
        {
            return ReviewRefusals.SecondPerson;
        }

        if (isGroup && hold.Held.Count > 0)
        {
            return ReviewRefusals.OneByOne;
        }

        return request.Decisions.Select((d, i) => Refuse(hold, d, mine, $"$.decisions[{i}]")).FirstOrDefault(f => f is not null)
            ?? Twice(request);
    }

    /// <summary>An edited text must still be what the rule asks for: the engine itself must read it so.</summary>
    public static Refusal? FaultOfTexts(DecisionRequest request, ReviewArticle article, LoadedRuleset loaded, ExceptionsInForce exceptions)
    {
        var edits = request.Decisions.Where(d => d.Action == DecisionAction.Edit).ToList();
        return edits.Count == 0 ? null : EditedText.Fault(edits, article, loaded, exceptions);
    }

    private static Refusal? Fault(DisclosureDecision decision, string path, DateTimeOffset now) => decision switch
    {
        { Action: not DecisionAction.Approve } when ReviewRefusals.FaultOfReason(decision.Reason, $"{path}.reason") is { } none => none,
        { Reason.Length: > 2000 } => ReviewRefusals.ReasonNeeded($"{path}.reason"),
        { Action: DecisionAction.Edit } when decision.Text is not { Count: > 0 } => ReviewRefusals.OutOfBounds($"{path}.text", "must give the new wording by language."),
        { Action: not DecisionAction.Edit, Text: not null } => ReviewRefusals.OutOfBounds($"{path}.text", "belongs to the action 'edit' only."),
        { Text: { } text } when text.Values.Any(t => t.Trim().Length is 0 or > LongestText) => ReviewRefusals.OutOfBounds($"{path}.text", $"must have 1 to {LongestText} characters in each language."),
        { RememberUntil: not null, Remember: null } => ReviewRefusals.CannotRemember($"{path}.rememberUntil", "needs 'remember'."),
        { RememberUntil: { } until } when until <= DateOnly.FromDateTime(now.UtcDateTime) => ReviewRefusals.CannotRemember($"{path}.rememberUntil", "must be a day to come."),
        _ => null,
    };

    private static Refusal? Refuse(DecisionCase hold, DisclosureDecision decision, List<DecisionRow> mine, string path)
    {
        if (hold.Items.Find(i => i.DisclosureId == decision.DisclosureId) is not { } item)
        {
            return ReviewRefusals.NoSuchItem($"{path}.disclosureId");
        }

        if (mine.Exists(d => d.DisclosureId == item.DisclosureId && d.State == Kebab<DecisionState>.Word(DecisionState.Proposed)))
        {
            return ReviewRefusals.SecondPerson;
        }

        return decision.Remember is null ? null
            : item.EntityId is null || item.Reason != Kebab<PendingReason>.Word(PendingReason.WhoIsMeant)
                ? ReviewRefusals.CannotRemember($"{path}.remember", "only whom words mean can be remembered; this question is another.")
            : hold.Held.Contains(item.EntityId) ? ReviewRefusals.CannotRemember($"{path}.remember", "nothing is remembered of an entity that is in dispute.")
            : decision.Remember == RememberScope.Article && hold.Review is { ExternalId: null, Url: null }
                ? ReviewRefusals.CannotRemember($"{path}.remember", "the article has neither an externalId nor an address by which it would be known again.")
            : decision.Remember == RememberScope.Author && hold.Review.Author is null ? ReviewRefusals.CannotRemember($"{path}.remember", "the article names no author.")
            : null;
    }

    private static Refusal? Twice(DecisionRequest request)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < request.Decisions.Length; i++)
        {
            if (!seen.Add(request.Decisions[i].DisclosureId))
            {
                return ReviewRefusals.Twice($"$.decisions[{i}].disclosureId");
            }
        }

        return null;
    }
}
