namespace LabelService.Workflow.Audit;

/// <summary>The words for what happened.</summary>
internal static class AuditWhat
{
    public const string ChecksStored = "checks.stored";
    public const string ReviewOpened = "review.opened";
    public const string ReviewSuperseded = "review.superseded";
    public const string ReviewClaimed = "review.claimed";
    public const string ReviewEscalated = "review.escalated";
    public const string ReviewAppealed = "review.appealed";
    public const string ReviewNoted = "review.noted";
    public const string DecisionMade = "decision.made";
    public const string DecisionProposed = "decision.proposed";
    public const string DecisionUndone = "decision.undone";
    public const string DecisionEnded = "decision.ended";
    public const string Remembered = "exception.remembered";
    public const string Forgotten = "exception.revoked";
    public const string HoldSet = "hold.set";
    public const string HoldLifted = "hold.lifted";
    public const string RuleBraked = "rule.braked";
    public const string BrakeLifted = "rule.released";
    public const string RulesetLoaded = "ruleset.loaded";
    public const string ReleaseChanged = "release.changed";
    public const string KeyMade = "key.made";
    public const string KeyRevoked = "key.revoked";
    public const string AccountMade = "account.made";
    public const string AccountChanged = "account.changed";
    public const string ArticleErased = "article.erased";
    public const string AuditErased = "audit.erased";
    public const string LabelsChanged = "labels.changed";
}
