using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;

namespace LabelService.Workflow.Reviews;

/// <summary>What a report leaves to a moderator.</summary>
internal static class Questions
{
    public static ImmutableArray<Question> Of(CheckReport report) =>
        [.. report.Disclosures.Where(d => d.Status == DisclosureStatus.Pending).Select(Of), .. report.AllAges.Where(a => a.Status == DisclosureStatus.Pending).Select(Of)];

    /// <summary>Whether there is anything.</summary>
    public static bool AreIn(CheckReport report)
    {
        foreach (var disclosure in report.Disclosures)
        {
            if (disclosure.Status == DisclosureStatus.Pending)
            {
                return true;
            }
        }

        return report.AllAges.Any(a => a.Status == DisclosureStatus.Pending);
    }

    /// <summary>See <see cref="ReviewItemRow.Basis"/>.</summary>
    public static string BasisOf(DisclosureReport disclosure) => Hash(TextOf(disclosure.Evidence));

    public static string BasisOf(AgeRatingReport age) => Hash($"{age.Value} {age.Declared} {string.Join(' ', age.Rules)}\n{TextOf(age.Evidence)}");

    /// <summary>A hash of how the rule itself would word it: by it an edited text is known to be out of date.</summary>
    public static string WordingOf(DisclosureReport disclosure) => Hash(string.Join('\n', disclosure.Text.Select(t => $"{t.Key}={t.Value}")));

    public static string IdOf(AgeRatingReport age) => Rulings.AgeQuestion + age.Scale;

    private static Question Of(DisclosureReport d)
    {
        var subject = d.Subjects.IsEmpty ? null : d.Subjects[0];
        var words = d.Evidence.IsEmpty ? null : d.Evidence[0].Text ?? d.Evidence[0].Quote;
        var key = Hash($"{d.Rule}\n{d.Type}\n{subject?.EntityId}\n{words?.ToUpperInvariant()}");
        return new Question(
            d.Id, key, BasisOf(d), d.Type, d.Rule ?? "", d.Jurisdiction, subject?.EntityId, subject?.RegisteredName, Cut(words),
            d.Pending ?? PendingReason.RuleAsks, d.Confidence);
    }

    private static Question Of(AgeRatingReport age)
    {
        var rule = age.Rules.IsEmpty ? "" : age.Rules[0];
        return new Question(IdOf(age), Hash($"{IdOf(age)}\n{rule}"), BasisOf(age), "age", rule, "", null, null, age.Value, PendingReason.AgeMark, 0.5);
    }

    private static string TextOf(ImmutableArray<Evidence> evidence)
    {
        var text = new StringBuilder();
        foreach (var one in evidence)
        {
            text.Append(Kebab<EvidenceKind>.Word(one.Kind)).Append('\0').Append(one.Text ?? one.Quote).Append('\0').Append(one.Prefix).Append('\0').Append(one.Suffix).Append('\n');
        }

        return text.ToString();
    }

    private static string? Cut(string? words) => words.CutTo(200);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>One thing to be decided; its parts are those of <see cref="ReviewItemRow"/>.</summary>
internal sealed record Question(
    string DisclosureId, string Key, string Basis, string Type, string Rule, string Jurisdiction, string? EntityId, string? EntityName, string? Words,
    PendingReason Reason, double Confidence)
{
    /// <summary>What it is about, and on what it is asked: a decision on one answers the other where both are the same.</summary>
    public (string Disclosure, string Basis) Place => (DisclosureId, Basis);
}
