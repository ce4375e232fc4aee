using LabelService.Workflow.Accounts;
using LabelService.Workflow.Audit;

namespace LabelService.Workflow.Sweeps;

/// <summary>Who looks at sweeps or has a say over them.</summary>
/// <param name="Sites">Whose articles they may see; null for all.</param>
internal sealed record SweepCaller(AuditActor Actor, string[]? Sites)
{
    public static readonly SweepCaller CommandLine = new(AuditActor.CommandLine, null);

    public static SweepCaller Of(Person person) =>
        new(AuditActor.Of(person), person.Sites.Contains(Person.EverySite, StringComparer.Ordinal) ? null : [.. person.Sites]);

    /// <summary>The administrator's key speaks for the whole service.</summary>
    public static SweepCaller OfKey(string id) => new(AuditActor.OfKey(id), null);

    public bool Sees(string site) => Sites is null || Sites.Contains(site, StringComparer.Ordinal);
}
