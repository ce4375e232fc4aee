using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Checking;

/// <summary>A query as it is compared with names and with addresses.</summary>
internal sealed record RegistryQuery(string Text, string Key, string Address)
{
    public bool IsEmpty => Text.Length == 0 || (Key.Length == 0 && Address.Length == 0);

    public static RegistryQuery Of(string query)
    {
        var text = query.Trim();
        return new RegistryQuery(text, NameKey.Of(text), AddressOf(text));
    }

    public RegistryFind? Meet(Registry registry, Entity entity, NameHit form)
    {
        var hasForm = form.Entity is not null;
        (FoundBy By, string What)? byForm = hasForm ? (FoundBy.Form, Text) : null;
        return (Exactly(entity) ?? byForm ?? Partly(entity)) is { } found ? new RegistryFind(registry, entity, found.By, found.What, hasForm ? form.Reason : null) : null;
    }

    private (FoundBy By, string What)? Exactly(Entity entity)
    {
        if (entity.Id.Equals(Text, StringComparison.OrdinalIgnoreCase))
        {
            return (FoundBy.Id, entity.Id);
        }

        foreach (var (name, by) in Names(entity))
        {
            if (Key.Length > 0 && NameKey.Of(name) == Key)
            {
                return (by, name);
            }
        }

        return entity.Domains.FirstOrDefault(IsHost) is { } domain ? (FoundBy.Domain, domain)
            : entity.Accounts.FirstOrDefault(IsAccount) is { } account ? (FoundBy.Account, account)
            : null;
    }

    private (FoundBy By, string What)? Partly(Entity entity)
    {
        foreach (var (name, _) in Names(entity))
        {
            if (Key.Length > 0 && NameKey.Of(name).Contains(Key, StringComparison.Ordinal))
            {
                return (FoundBy.PartOfName, name);
            }
        }

        return entity.Domains.Concat(entity.Accounts).Append(entity.Id)
            .FirstOrDefault(a => Address.Length > 0 && a.Contains(Address, StringComparison.OrdinalIgnoreCase)) is { } address ? (FoundBy.PartOfAddress, address) : null;
    }

    private static IEnumerable<(string Name, FoundBy By)> Names(Entity entity) =>
    [
        (entity.Name, FoundBy.Name), (entity.NameEn ?? "", FoundBy.Name),
        .. entity.Aliases.Concat(entity.QuotedAliases).Select(alias => (alias, FoundBy.Alias)),
    ];

    /// <summary>The host of an address is the domain or lies below it.</summary>
    private bool IsHost(string domain)
    {
        var host = Address.Split('/')[0];
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsAccount(string account) =>
        Address.Equals(account, StringComparison.OrdinalIgnoreCase) || Address.StartsWith(account + "/", StringComparison.OrdinalIgnoreCase)
        || (Text.Length > 1 && Text[0] == '@' && account.EndsWith("/" + Text[1..], StringComparison.OrdinalIgnoreCase));

    /// <summary>Without the scheme, «www.» and what follows a question mark.</summary>
    private static string AddressOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var bare = scheme >= 0 ? text[(scheme + 3)..] : text;
        bare = bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        return bare.Split('?', '#')[0].TrimEnd('/');
    }
}
