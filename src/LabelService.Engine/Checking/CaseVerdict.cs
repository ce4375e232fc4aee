using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Cases;

namespace LabelService.Engine.Checking;

/// <summary>Holds what came out of a case against what it expects, in words for its author.</summary>
internal static class CaseVerdict
{
    public static ImmutableArray<string> Compare(CaseExpectation expect, CheckReport report) =>
        [.. expect.Nothing ? Nothing(report) : Differences(expect, report)];

    private static IEnumerable<string> Nothing(CheckReport report)
    {
        if (!report.Disclosures.IsEmpty)
        {
            yield return $"nothing was expected, and there is {string.Join(", ", report.Disclosures.Select(Show))}";
        }

        if (!report.Flags.IsEmpty)
        {
            yield return $"nothing was expected, and there is the flag {string.Join(", ", report.Flags.Select(Show))}";
        }

        if (report.AgeRating is { Status: DisclosureStatus.Missing or DisclosureStatus.Incorrect or DisclosureStatus.Pending } age)
        {
            yield return $"nothing was expected, and the age mark is {Show(age)}";
        }
    }

    private static IEnumerable<string> Differences(CaseExpectation expect, CheckReport report)
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
            yield return $"the age mark is {(report.AgeRating is { } found ? Show(found) : "none")}, expected {age.Value ?? "none"}{(age.Status is { } status ? " " + Kebab<DisclosureStatus>.Word(status) : "")}";
        }
    }

    private static IEnumerable<string> Disclosures(CaseExpectation expect, CheckReport report)
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
                yield return $"expected {wanted.Type} {Kebab<DisclosureStatus>.Word(wanted.Status)}{(wanted.Subject is { } s ? $" for {s}" : "")}, found {(report.Disclosures.IsEmpty ? "no disclosure" : string.Join(", ", report.Disclosures.Select(Show)))}";
            }
        }

        foreach (var unexpected in left)
        {
            yield return $"there is {Show(unexpected)}, which was not expected";
        }
    }

    private static IEnumerable<string> Flags(CaseExpectation expect, CheckReport report)
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
                yield return $"expected the flag {Kebab<FlagAction>.Word(wanted.Action)}, found {(report.Flags.IsEmpty ? "none" : string.Join(", ", report.Flags.Select(Show)))}";
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

    private static string Show(DisclosureReport d) =>
        $"{d.Type} {Kebab<DisclosureStatus>.Word(d.Status)}{(d.Subjects.IsEmpty ? "" : " for " + string.Join(" and ", d.Subjects.Select(s => s.EntityId)))} by {d.Rule ?? "no rule"}{(d.Text.TryGetValue(d.OfficialLanguage ?? "en", out var text) ? $" ('{text}')" : "")}";

    private static string Show(FlagReport f) => $"{Kebab<FlagAction>.Word(f.Action)} by {f.Rule}";

    private static string Show(AgeRatingReport a) => $"{a.Value} {Kebab<DisclosureStatus>.Word(a.Status)}";
}
