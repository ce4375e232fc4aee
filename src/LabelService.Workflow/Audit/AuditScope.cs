namespace LabelService.Workflow.Audit;

/// <summary>On whose behalf the present call runs, where what it changes is written down by the store itself.</summary>
internal static class AuditScope
{
    private static readonly AsyncLocal<AuditActor?> Present = new();

    public static AuditActor Actor => Present.Value ?? AuditActor.System;

    /// <summary>Holds for this call and what it awaits.</summary>
    public static void Enter(AuditActor actor) => Present.Value = actor;
}
