using System.Collections.Immutable;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Candidates;

/// <summary>What differs between two moments of the rules: between two rulesets, two days, or both. In doubt, everything.</summary>
public sealed record RulesetChange
{
    /// <summary>More entities at once are no amendment of a register but another one; to look everywhere is then no dearer.</summary>
    private const int MostEntities = 20_000;

    /// <summary>Entities that a registry has not had before.</summary>
    public ImmutableArray<EntityChange> Added { get; init; } = [];

    /// <summary>Entities that are gone, and those whose listing has an end by now or has come to it.</summary>
    public ImmutableArray<EntityChange> Ended { get; init; } = [];

    /// <summary>Entities with other names, aliases, addresses or days; and those whose listing began by the day.</summary>
    public ImmutableArray<EntityChange> Changed { get; init; } = [];

    public ImmutableArray<RuleChange> Rules { get; init; } = [];

    /// <summary>What touches everything, in words of the rules folder, such as <c>time zone</c>.</summary>
    public ImmutableArray<string> Whole { get; init; } = [];

    public bool IsEmpty => Added.IsEmpty && Ended.IsEmpty && Changed.IsEmpty && Rules.IsEmpty && Whole.IsEmpty;

    public static RulesetChange Between(Ruleset before, DateOnly dayBefore, Ruleset after, DateOnly dayAfter)
    {
        var days = new DayStep(dayBefore, dayAfter);
        var entities = EntityChanges.Between(before, after, days);
        return new RulesetChange
        {
            Added = [.. entities.Where(e => e.Kind == EntityChangeKind.Added)],
            Ended = [.. entities.Where(e => e.Kind == EntityChangeKind.Ended)],
            Changed = [.. entities.Where(e => e.Kind == EntityChangeKind.Changed)],
            Rules = [.. RuleChanges.Between(before, after, days)],
            Whole = [.. Wholes(before, after)],
        };
    }

    /// <summary>Which articles the change can touch.</summary>
    /// <param name="decided">Entities of whom somebody decided that words mean them.</param>
    public WordQuery Query(Ruleset before, Ruleset after, IReadOnlySet<string>? decided = null)
    {
        string[] entities = [.. Added.Concat(Ended).Concat(Changed).Select(e => e.Entity).Distinct(StringComparer.Ordinal)];
        if (!Whole.IsEmpty || entities.Length > MostEntities)
        {
            return WordQuery.All;
        }

        var query = entities.Length == 0 ? WordQuery.None : EntityWords.OfChange(before, after, entities, decided);
        foreach (var rule in Rules)
        {
            query = query.Or(rule.Before is { } was ? RuleWords.Of(was, before, decided) : WordQuery.None).Or(rule.After is { } becomes ? RuleWords.Of(becomes, after, decided) : WordQuery.None);
        }

        return query;
    }

    private static IEnumerable<string> Wholes(Ruleset before, Ruleset after)
    {
        if (before.TimeZone.Id != after.TimeZone.Id)
        {
            yield return "time zone";
        }

        if (before.PublicUrl != after.PublicUrl)
        {
            yield return "public address";
        }

        if (!before.DefaultJurisdictions.Order(StringComparer.Ordinal).SequenceEqual(after.DefaultJurisdictions.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return "jurisdictions";
        }

        // While a pack is lost nothing is told of the articles that it could speak of: they are to be looked at once it is back.
        if (before.Broken.Packs.Any(p => !p.IsKept) || after.Broken.Packs.Any(p => !p.IsKept))
        {
            yield return "broken pack";
        }

        var (was, becomes) = (before.Packs.ToDictionary(p => p.Id, StringComparer.Ordinal), after.Packs.ToDictionary(p => p.Id, StringComparer.Ordinal));
        foreach (var pack in was.Keys.Union(becomes.Keys, StringComparer.Ordinal).Where(id => IsGroundMoved(was.GetValueOrDefault(id), becomes.GetValueOrDefault(id))))
        {
            yield return $"pack {pack}";
        }
    }

    /// <summary>A pack that comes or goes touches by its rules alone what its rules speak of; by its wordings and marks, anything.</summary>
    private static bool IsGroundMoved(Pack? was, Pack? becomes) => (was, becomes) switch
    {
        ({ } earlier, { } now) => earlier.Ground != now.Ground,
        _ => (was ?? becomes) is { } only && !(only.Notices.IsEmpty && only.AgeScales.IsEmpty),
    };
}

public enum EntityChangeKind { Added, Ended, Changed }

/// <param name="Name">As the register writes it, after the change where it is still there.</param>
public sealed record EntityChange(EntityChangeKind Kind, string Entity, string Registry, string Name);

public enum RuleChangeKind { Added, Removed, Changed, Dated }

/// <param name="Before">Null where there was none in force.</param>
/// <param name="After">Null where there is none in force.</param>
public sealed record RuleChange(RuleChangeKind Kind, string Id, Rule? Before, Rule? After);

/// <summary>From one day to another; where they are the same, none has passed.</summary>
internal readonly record struct DayStep(DateOnly Before, DateOnly After)
{
    public bool Passes(DateOnly? day) => day is { } d && (d > Before) != (d > After);

    public bool IsNone => Before == After;
}
