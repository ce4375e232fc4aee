namespace LabelService.Workflow.Audit;

/// <summary>Something to write down: who did what to which thing.</summary>
/// <param name="What">Such as <c>review.decided</c>.</param>
/// <param name="Data">What was before and after, UTF-8 JSON.</param>
internal sealed record AuditEntry(AuditActor Actor, string? Site, string What, string Subject, byte[] Data);

/// <param name="Kind"><c>person</c>, <c>key</c> or <c>system</c>.</param>
internal sealed record AuditActor(string Kind, string Id, string Name)
{
    public static readonly AuditActor System = new("system", "service", "LabelService");

    /// <summary>An operator at the command line, who has no account.</summary>
    public static readonly AuditActor CommandLine = new("system", "command-line", "labels");

    public static AuditActor Of(Accounts.Person person) => new("person", person.Id, person.Name);

    public static AuditActor OfKey(string id) => new("key", id, id);
}
