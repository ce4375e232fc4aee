using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Engine.Candidates;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Sweeps;

/// <summary>Why there is a sweep: what differs between before and after.</summary>
/// <param name="Added">Entities that a register now includes; the first fifty.</param>
/// <param name="Ended">Entities that a register no longer includes from some day on; the first fifty.</param>
/// <param name="Changed">Entities with other names, addresses or days; the first fifty.</param>
/// <param name="Counts">How many there are of each.</param>
/// <param name="Exceptions">Entities of whom moderators or the rules folder now say something else about whom words mean; the first fifty.</param>
/// <param name="Whole">What touches every article, such as <c>time zone</c>, <c>pack ru-age</c>, <c>release</c>, <c>first</c>.</param>
/// <param name="Day">The day that began, where one did.</param>
public sealed record SweepCause(
    ImmutableArray<CauseEntity> Added, ImmutableArray<CauseEntity> Ended, ImmutableArray<CauseEntity> Changed, CauseCounts Counts, ImmutableArray<CauseRule> Rules,
    ImmutableArray<string> Exceptions, ImmutableArray<string> Whole, DateOnly? Day)
{
    private const int MostNamed = 50;

    public static readonly SweepCause Nothing = new([], [], [], new CauseCounts(0, 0, 0, 0, 0), [], [], [], null);

    [JsonIgnore]
    public bool IsEmpty => Counts is { Added: 0, Ended: 0, Changed: 0, Rules: 0, Exceptions: 0 } && Whole.IsEmpty;

    internal static SweepCause Of(RulesetChange change, IReadOnlyCollection<string> exceptions, IEnumerable<string> whole, DateOnly? day) => new(
        Named(change.Added), Named(change.Ended), Named(change.Changed),
        new CauseCounts(change.Added.Length, change.Ended.Length, change.Changed.Length, change.Rules.Length, exceptions.Count),
        [.. change.Rules.Take(MostNamed).Select(r => new CauseRule(r.Id, Kebab<RuleChangeKind>.Word(r.Kind)))],
        [.. exceptions.Take(MostNamed)], [.. change.Whole, .. whole], day);

    internal string Text() => JsonSerializer.Serialize(this, SweepJson.Default.SweepCause);

    internal static SweepCause Read(string text) => JsonSerializer.Deserialize(text, SweepJson.Default.SweepCause)!;

    private static ImmutableArray<CauseEntity> Named(ImmutableArray<EntityChange> changes) => [.. changes.Take(MostNamed).Select(c => new CauseEntity(c.Entity, c.Registry, c.Name))];
}

public sealed record CauseEntity(string Id, string Registry, string Name);

/// <param name="Change">A word: <c>added</c>, <c>removed</c>, <c>changed</c>, <c>dated</c> (a day of the rule came).</param>
public sealed record CauseRule(string Id, string Change);

public sealed record CauseCounts(int Added, int Ended, int Changed, int Rules, int Exceptions);
