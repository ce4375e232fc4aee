using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Workflow.DryRuns;

/// <summary>What differs between two answers about one article: by rules in force and by a candidate.</summary>
internal static class Comparison
{
    public static ImmutableArray<Difference> Of(CheckReport before, CheckReport after) =>
    [
        .. Disclosures(before, after),
        .. Ages(before, after),
        .. Flags(before, after),
    ];

    /// <summary>Whether a moderator must decide something of it.</summary>
    public static bool IsPending(CheckReport report) =>
        report.Disclosures.Any(d => d.Status == DisclosureStatus.Pending) || report.AllAges.Any(a => a.Status == DisclosureStatus.Pending);

    private static IEnumerable<Difference> Disclosures(CheckReport before, CheckReport after)
    {
        var (was, becomes) = (ByKey(before.Disclosures, Key), ByKey(after.Disclosures, Key));
        foreach (var key in was.Keys.Union(becomes.Keys))
        {
            var (old, now) = (was.GetValueOrDefault(key), becomes.GetValueOrDefault(key));
            if (old?.Status != now?.Status)
            {
                yield return Of(now ?? old!, DifferenceKind.Disclosure, Word(old), Word(now));
            }
            else if (!SameTexts(old!, now!))
            {
                yield return Of(now!, DifferenceKind.Wording, TextOf(old!), TextOf(now!));
            }
        }
    }

    private static IEnumerable<Difference> Ages(CheckReport before, CheckReport after)
    {
        var (was, becomes) = (ByKey(before.AllAges, a => a.Scale), ByKey(after.AllAges, a => a.Scale));
        foreach (var scale in was.Keys.Union(becomes.Keys))
        {
            var (old, now) = (was.GetValueOrDefault(scale), becomes.GetValueOrDefault(scale));
            if ((old?.Value, old?.Status) != (now?.Value, now?.Status))
            {
                yield return new Difference(DifferenceKind.Age, scale, now is { Rules: [var rule, ..] } ? rule : null, null, null, Word(old), Word(now));
            }
        }
    }

    private static IEnumerable<Difference> Flags(CheckReport before, CheckReport after)
    {
        var (was, becomes) = (ByKey(before.Flags, f => f.Rule), ByKey(after.Flags, f => f.Rule));
        foreach (var rule in was.Keys.Union(becomes.Keys))
        {
            var (old, now) = (was.GetValueOrDefault(rule), becomes.GetValueOrDefault(rule));
            if (old?.Action != now?.Action)
            {
                yield return new Difference(DifferenceKind.Flag, rule, rule, null, null, Word(old), Word(now));
            }
        }
    }

    private static Difference Of(DisclosureReport shown, DifferenceKind kind, string? before, string? after) =>
        new(kind, shown.Type, shown.Rule, shown.Jurisdiction, shown.Subjects.IsEmpty ? null : shown.Subjects[0].Name, before, after);

    private static bool SameTexts(DisclosureReport old, DisclosureReport now) =>
        old.Placement == now.Placement && old.Text.Count == now.Text.Count && old.Text.All(t => now.Text.GetValueOrDefault(t.Key) == t.Value);

    private static string Key(DisclosureReport d) => $"{d.Type}\n{d.Jurisdiction}\n{(d.Subjects.IsEmpty ? d.Rule is null ? d.Id : "" : d.Subjects[0].EntityId)}";

    private static string? TextOf(DisclosureReport d) => d.OfficialLanguage is { } official && d.Text.TryGetValue(official, out var text) ? text : d.Text.Values.FirstOrDefault();

    private static string? Word(DisclosureReport? d) => d is null ? null : Kebab<DisclosureStatus>.Word(d.Status);

    private static string? Word(AgeRatingReport? a) => a is null ? null : $"{a.Value} {Kebab<DisclosureStatus>.Word(a.Status)}";

    private static string? Word(FlagReport? f) => f is null ? null : Kebab<FlagAction>.Word(f.Action);

    private static Dictionary<string, T> ByKey<T>(IEnumerable<T> items, Func<T, string> key) where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            found.TryAdd(key(item), item);
        }

        return found;
    }
}
