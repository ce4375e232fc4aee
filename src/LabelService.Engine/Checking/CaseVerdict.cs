using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Checking;

/// <summary>Holds what came out of a case against what it expects, in words for its author.</summary>
internal static class CaseVerdict
{
    public static ImmutableArray<Told> Compare(CaseExpectation expect, CheckReport report) =>
        [.. expect.Nothing ? Nothing(report) : Differences(expect, report)];

    private static IEnumerable<Told> Nothing(CheckReport report)
    {
        if (!report.Disclosures.IsEmpty)
        {
            yield return $"nothing was expected, and there is {Words.List(report.Disclosures.Select(Show))}";
        }

        if (!report.Flags.IsEmpty)
        {
            yield return $"nothing was expected, and there is the flag {Words.List(report.Flags.Select(Show))}";
        }

        if (report.AgeRating is { Status: DisclosureStatus.Missing or DisclosureStatus.Incorrect or DisclosureStatus.Pending } age)
        {
            yield return $"nothing was expected, and the age mark is {Show(age)}";
        }
    }

    private static IEnumerable<Told> Differences(CaseExpectation expect, CheckReport report)
    {
        if (expect.Verdict is { } verdict && verdict != report.Verdict)
        {
            yield return $"the verdict is {Kebab<Verdict>.Word(report.Verdict)}, expected {Kebab<Verdict>.Word(verdict)}";
        }

        foreach (var difference in Disclosures(expect, report).Concat(Flags(expect, report)))
        {
            yield return difference;
        }

        if (expect.Age is { } age && !Fits(age, report.AgeRating))
        {
            yield return $"the age mark is {(report.AgeRating is { } found ? Show(found) : (Told)"none")}, expected {Show(age)}";
        }
    }

    private static IEnumerable<Told> Disclosures(CaseExpectation expect, CheckReport report)
    {
        if (expect.Disclosures is not { } expected)
        {
            yield break;
        }

        var left = report.Disclosures.ToList();
        foreach (var wanted in expected)
        {
            if (left.Find(d => Fits(wanted, d)) is { } found)
            {
                left.Remove(found);
            }
            else
            {
                yield return $"expected {Show(wanted)}, found {(report.Disclosures.IsEmpty ? (Told)"no disclosure" : Words.List(report.Disclosures.Select(Show)))}";
            }
        }

        foreach (var unexpected in left)
        {
            yield return $"there is {Show(unexpected)}, which was not expected";
        }
    }

    private static IEnumerable<Told> Flags(CaseExpectation expect, CheckReport report)
    {
        if (expect.Flags is not { } expected)
        {
            yield break;
        }

        var left = report.Flags.ToList();
        foreach (var wanted in expected)
        {
            var found = left.Find(f => f.Action == wanted.Action && (wanted.Rule is null || wanted.Rule == f.Rule));
            if (found is null || !left.Remove(found))
            {
                yield return $"expected the flag {Kebab<FlagAction>.Word(wanted.Action)}, found {(report.Flags.IsEmpty ? (Told)"none" : Words.List(report.Flags.Select(Show)))}";
            }
        }

        foreach (var unexpected in left)
        {
            yield return $"there is the flag {Show(unexpected)}, which was not expected";
        }
    }

    private static bool Fits(ExpectedDisclosure wanted, DisclosureReport found) =>
        wanted.Type == found.Type && wanted.Status == found.Status
        && (wanted.Subject is null || found.Subjects.Any(s => s.EntityId == wanted.Subject))
        && (wanted.Rule is null || found.Rule == wanted.Rule)
        && wanted.Text.All(t => found.Text.TryGetValue(t.Key, out var text) && text.Contains(t.Value, StringComparison.Ordinal));

    private static bool Fits(ExpectedAge wanted, AgeRatingReport? found) =>
        wanted.Value is null ? found is null : found?.Value == wanted.Value && (wanted.Status is null || found.Status == wanted.Status);

    private static Told Show(ExpectedDisclosure wanted) => wanted.Subject is { } subject
        ? (Told)$"{wanted.Type} {Kebab<DisclosureStatus>.Word(wanted.Status)} for {subject}"
        : $"{wanted.Type} {Kebab<DisclosureStatus>.Word(wanted.Status)}";

    private static Told Show(ExpectedAge wanted) => (wanted.Value, wanted.Status) switch
    {
        (null, _) => (Told)"none",
        (_, { } status) => $"{wanted.Value} {Kebab<DisclosureStatus>.Word(status)}",
        _ => $"{wanted.Value}",
    };

    private static Told Show(DisclosureReport d)
    {
        var what = $"{d.Type} {Kebab<DisclosureStatus>.Word(d.Status)}";
        Told whom = d.Subjects.IsEmpty ? (Told)$"{what}" : $"{what} for {Words.AllOf(d.Subjects.Select(s => s.EntityId))}";
        Told by = d.Rule is null ? (Told)$"{whom} by no rule" : $"{whom} by {d.Rule}";
        return d.Text.TryGetValue(d.OfficialLanguage ?? "en", out var text) ? (Told)$"{by} ('{text}')" : by;
    }

    private static Told Show(FlagReport f) => $"{Kebab<FlagAction>.Word(f.Action)} by {f.Rule}";

    private static Told Show(AgeRatingReport a) => $"{a.Value} {Kebab<DisclosureStatus>.Word(a.Status)}";
}
