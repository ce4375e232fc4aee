using System.Collections.Immutable;
using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Workshop;

/// <summary>Who does something in the workshop.</summary>
/// <param name="Id">The account's id; two persons are two ids.</param>
/// <param name="Sites">Whose articles they may see; null for all.</param>
internal sealed record Actor(string Id, string Name, ImmutableArray<string>? Sites)
{
    public static Actor Of(Person person) =>
        new(person.Id, person.Name, person.Sites.Contains(Person.EverySite, StringComparer.Ordinal) ? null : person.Sites);
}
