namespace LabelService.Workflow.Audit;

/// <summary>The words for what happened; those of accounts, keys and drafts come from <see cref="AuditedChanges"/>.</summary>
internal static class AuditWhat
{
    public const string ChecksStored = "checks.stored";
    public const string ReviewChanged = "review.changed";
    public const string ReviewSuperseded = "review.superseded";
    public const string ReviewClaimed = "review.claimed";
    public const string ReviewEscalated = "review.escalated";
    public const string ReviewAppealed = "review.appealed";
    public const string ReviewNoted = "review.noted";
    public const string DecisionMade = "decision.made";
    public const string DecisionProposed = "decision.proposed";
    public const string DecisionUndone = "decision.undone";
    public const string DecisionEnded = "decision.ended";
    public const string Forgotten = "exception.revoked";
    public const string Remembered = "exception.remembered";
    public const string RuleBraked = "rule.braked";
    public const string RuleBrakeLifted = "rule.brake-lifted";
    public const string RulesetLoaded = "ruleset.loaded";
    public const string ArchiveImported = "archive.imported";
    public const string ArticleErased = "article.erased";
    public const string AuditErased = "audit.erased";
    public const string RetentionChanged = "retention.changed";
    public const string RoutingChanged = "routing.changed";
    public const string SweepStarted = "sweep.started";
    public const string SweepPaused = "sweep.paused";
    public const string SweepResumed = "sweep.resumed";
    public const string SweepCancelled = "sweep.cancelled";
    public const string SweepConfirmed = "sweep.confirmed";
    public const string HoldSet = "hold.set";
    public const string HoldLifted = "hold.lifted";
    public const string CorrectionReceived = "correction.received";
    public const string CorrectionClosed = "correction.closed";
}
