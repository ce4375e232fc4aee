using LabelService.Workflow.Accounts;

namespace LabelService.Web.Http;

/// <summary>Which ways the head of a page offers to whom.</summary>
internal static class Navigation
{
    public static IEnumerable<(string Address, string Key)> For(Person person)
    {
        yield return ("/", "nav.check");
        if (!person.Roles.IsEmpty)
        {
            yield return ("/queue", "nav.queue");
        }

        if (person.Is(PersonRoles.Moderator) || person.Is(PersonRoles.Senior) || person.Is(PersonRoles.RuleAuthor))
        {
            yield return ("/dashboard", "nav.dashboard");
        }

        yield return ("/registries", "nav.registries");
        yield return ("/rules", "nav.rules");
        if (person.Is(PersonRoles.RuleAuthor) || person.Is(PersonRoles.Senior))
        {
            yield return ("/workshop", "nav.workshop");
        }

        if (person.Is(PersonRoles.Senior))
        {
            yield return ("/sweeps", "nav.sweeps");
        }

        if (person.Is(PersonRoles.Administrator))
        {
            yield return ("/people", "nav.people");
            yield return ("/webhooks", "nav.webhooks");
            yield return ("/audit", "nav.audit");
            yield return ("/settings", "nav.settings");
        }
    }

    /// <summary>The pages that belong to the queue.</summary>
    public static IEnumerable<(string Address, string Key)> OfQueue(Person? person)
    {
        yield return ("/queue", "newsroom.way.queue");
        if (person?.Is(PersonRoles.Senior) == true)
        {
            yield return ("/queue/corrections", "newsroom.way.corrections");
            yield return ("/queue/holds", "newsroom.way.holds");
            yield return ("/queue/remembered", "newsroom.way.remembered");
            yield return ("/queue/routing", "newsroom.way.routing");
        }

        yield return ("/queue/keys", "newsroom.way.keys");
    }

    public static bool IsAt(PathString path, string address) => address == "/" ? path == "/" : path.StartsWithSegments(address);
}
