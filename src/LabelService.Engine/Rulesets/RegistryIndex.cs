using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Rulesets;

/// <summary>What registries alone add to the index. Making it of many names takes longer than all else, so it is kept while they stay.</summary>
internal sealed record RegistryIndex
{
    /// <summary>The names of all registries.</summary>
    public required NameIndex Names { get; init; }

    /// <summary>Entities by each of their domains and accounts, lower case.</summary>
    public required FrozenDictionary<string, ImmutableArray<Entity>> Hosts { get; init; }

    /// <summary>Domains and the hosts of accounts, as they stand in texts.</summary>
    public required ImmutableArray<Phrase> Phrases { get; init; }

    private ImmutableArray<ImmutableArray<Entity>> Entities { get; init; }

    /// <param name="before">The index in use; it is given back where its entities are the very same.</param>
    public static RegistryIndex Of(IEnumerable<Registry> registries, RegistryIndex? before)
    {
        var lists = registries.Select(r => r.Entities).ToImmutableArray();
        if (before?.Entities.SequenceEqual(lists) == true)
        {
            return before;
        }

        var entities = lists.SelectMany(e => e).ToList();
        return new RegistryIndex
        {
            Entities = lists,
            Names = NameIndexBuilder.Build(entities),
            Phrases = [.. DomainPhrases(entities), .. AccountPhrases(entities)],
            Hosts = entities.SelectMany(e => e.Domains.Select(d => d.ToLowerInvariant()).Concat(e.Accounts.Select(AccountKeys.Key)).Select(h => (Host: h, Entity: e)))
                .GroupBy(p => p.Host, p => p.Entity).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray(), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<Phrase> DomainPhrases(IEnumerable<Entity> entities) =>
        from entity in entities
        from domain in entity.Domains
        where !SharedHosts.Includes(domain)
        let phrase = Phrase.Of(domain, new DomainName(entity, domain))
        where phrase is not null
        select phrase;

    /// <summary>The hosts of accounts: whose account it is, is read from the address behind them.</summary>
    private static IEnumerable<Phrase> AccountPhrases(IEnumerable<Entity> entities) =>
        from host in entities.SelectMany(e => e.Accounts).SelectMany(WrittenHosts).Distinct(StringComparer.Ordinal)
        let phrase = Phrase.Of(host, new AccountHost(host))
        where phrase is not null
        select phrase;

    private static IEnumerable<string> WrittenHosts(string account) =>
        AccountKeys.Host(account.Split('/')[0]) is var host && host == "t.me" ? [host, "telegram.me"] : [host];
}
