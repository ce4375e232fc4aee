using System.Globalization;

namespace LabelService.Workflow.Reviews;

/// <summary>Why something about a review is not done. Pages have a text for each code, in both languages.</summary>
internal static class ReviewRefusals
{
    public static Refusal Unknown => Refusal.NotFound("There is no such review.");

    public static Refusal NotWaiting(ReviewRow review) => review.State switch
    {
        "superseded" => new Refusal(RefusalKind.Conflict, "review-superseded", "The article or the rules changed since, and this question with them; look at the article's newest review."),
        _ => new Refusal(RefusalKind.Conflict, "review-decided",
            string.Create(CultureInfo.InvariantCulture, $"{review.DecidedByName ?? "Somebody"} decided this review at {review.DecidedAt:yyyy-MM-dd HH:mm:ss} UTC; nothing was changed.")),
    };

    public static Refusal Held(ReviewRow review) => new(RefusalKind.Conflict, "review-claimed",
        string.Create(CultureInfo.InvariantCulture, $"{review.ClaimedByName} works on this review until {review.LeaseUntil:HH:mm:ss} UTC; take another one, or wait."));

    public static Refusal Stale(ReviewRow review) => new(RefusalKind.Conflict, "stale-revision",
        string.Create(CultureInfo.InvariantCulture, $"The review has changed since you saw it: its revision is {review.Revision} now. Look at it again; nothing was changed."));

    public static Refusal NeedsSenior => new(RefusalKind.Forbidden, "senior-needed", "This review is left to a senior: it is overdue, disputed, or two persons disagreed.");

    public static Refusal SamePerson => new(RefusalKind.Forbidden, "same-person", "An appeal is decided by somebody who did not make the decision.");

    public static Refusal SecondPerson => new(RefusalKind.Forbidden, "second-person", "The rule asks for two persons, and you were the first; somebody else must agree.");

    public static Refusal OneByOne => new(RefusalKind.Forbidden, "one-by-one", "This entity is in dispute: questions about it are decided one by one.");

    public static Refusal NothingToUndo => new(RefusalKind.Conflict, "nothing-to-undo", "You have no decision on this review that could be undone.");

    public static Refusal Fetched => new(RefusalKind.Conflict, "labels-fetched", "The newsroom has fetched the labels since; appeal, and somebody else decides again.");

    public static Refusal NotDecided => new(RefusalKind.Conflict, "not-decided", "Only a decided review can be appealed.");

    public static Refusal UnknownEntity => Refusal.NotFound("No register includes such an entity.");

    public static Refusal HeldAlready => new(RefusalKind.Conflict, "held-already", "This entity is in dispute already; nothing was changed.");

    public static Refusal NoSuchHold => Refusal.NotFound("There is no such dispute, or it has ended.");

    public static Refusal NothingRemembered => Refusal.NotFound("There is nothing remembered under this id, or it has ended.");

    public static Refusal BadLanguages => Refusal.Invalid("languages", "must be language tags such as ru or en, 50 at most.") with { Code = "bad-languages" };

    public static Refusal BadRules => Refusal.Invalid("rules", "must be ids of rules, or beginnings of some such as ru.ads, 50 at most.") with { Code = "bad-rules" };

    public static Refusal ReasonNeeded(string path) => Refusal.Invalid(path, "must say why, in 3 to 2000 characters.") with { Code = "reason-needed" };

    public static Refusal NoSuchItem(string path) => Refusal.Invalid(path, "is no open question of this review.") with { Code = "unknown-question" };

    public static Refusal Twice(string path) => Refusal.Invalid(path, "is decided twice in one request.") with { Code = "decided-twice" };

    public static Refusal NothingDecided => Refusal.Invalid("$.decisions", "must hold 1 to 100 decisions.") with { Code = "nothing-decided" };

    public static Refusal OutOfBounds(string path, string what) => Refusal.Invalid(path, what) with { Code = "text-out-of-bounds" };

    public static Refusal CannotRemember(string path, string what) => Refusal.Invalid(path, what) with { Code = "cannot-remember" };

    public static Refusal Raced => new(RefusalKind.Conflict, "stale-revision", "Somebody else changed this review at the same moment. Look at it again; nothing was changed.");

    /// <returns>A refusal where the reason says too little or too much.</returns>
    public static Refusal? FaultOfReason(string? reason, string path) => reason?.Trim().Length is >= 3 and <= 2000 ? null : ReasonNeeded(path);
}
