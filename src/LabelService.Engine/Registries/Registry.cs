using System.Collections.Immutable;

namespace LabelService.Engine.Registries;

/// <summary>A list of entities with names, aliases, domains and listing dates, and where and when it was retrieved.</summary>
public sealed record Registry
{
    public required string Id { get; init; }
    public required ImmutableSortedDictionary<string, string> Title { get; init; }
    public required string Jurisdiction { get; init; }
    public string? SourceUrl { get; init; }
    public string? Licence { get; init; }
    public DateOnly? Retrieved { get; init; }

    /// <summary>Days after <see cref="Retrieved"/> during which the list is taken as current.</summary>
    public int? FreshForDays { get; init; }

    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary><c>sha256:</c> and a hash of the registry's files, line ends aside.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Whether the list can still answer for <paramref name="day"/>.</summary>
    public bool IsFreshOn(DateOnly day) =>
        Retrieved is not { } retrieved || FreshForDays is not { } days || day.DayNumber <= retrieved.DayNumber + days;
}

public enum EntityKind { Person, Organisation, Media }

public enum Gender { Unknown, Masculine, Feminine }

/// <summary>One entity of a registry, with every period in which the register includes it.</summary>
public sealed record Entity
{
    public required string Id { get; init; }
    public required string Registry { get; init; }
    public required EntityKind Kind { get; init; }

    /// <summary>The name as the register writes it.</summary>
    public required string Name { get; init; }

    public string? NameEn { get; init; }
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names that are ordinary words: they count only in quotes or beside a word such as «телеканал».</summary>
    public ImmutableArray<string> QuotedAliases { get; init; } = [];

    public Gender Gender { get; init; }
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Accounts as <c>host/handle</c>.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    public string? Country { get; init; }
    public required ImmutableArray<Listing> Listings { get; init; }
    public string? Notes { get; init; }
}

/// <summary>A period on the register: <paramref name="From"/> inclusive, <paramref name="Until"/> the first day off the list.</summary>
public readonly record struct Listing(DateOnly From, DateOnly? Until, string? Order, string? Source)
{
    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || day < until);
}
