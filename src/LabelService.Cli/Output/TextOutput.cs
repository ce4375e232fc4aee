using System.Globalization;
using System.Text;
using LabelService.Engine.Model;

namespace LabelService.Cli.Output;

/// <summary>The answer for a person at a terminal.</summary>
internal static class TextOutput
{
    public static string Write(CheckReport report)
    {
        var text = new StringBuilder();
        text.Append("Verdict: ").AppendLine(Kebab<Verdict>.Word(report.Verdict));
        text.Append("Day:     ").AppendLine(report.AsOf.Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "unknown");
        Line(text, "Title:   ", report.Article.Title);
        Line(text, "Source:  ", report.Source?.Name);
        Line(text, "Quoted:  ", report.Quoted.IsEmpty ? null : string.Join(", ", report.Quoted.Select(q => q.Name)));
        foreach (var disclosure in report.Disclosures)
        {
            Disclosure(text, disclosure);
        }

        if (report.AgeRating is { } age)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{Kebab<DisclosureStatus>.Word(age.Status)}] age mark {age.Value} ({age.Scale})");
            Line(text, "  ", age.Why);
        }

        foreach (var flag in report.Flags)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{Kebab<FlagAction>.Word(flag.Action)}] {flag.Rule}").Append("  ").AppendLine(flag.Why);
        }

        foreach (var notice in report.Notices)
        {
            text.AppendLine().Append("Note: ").AppendLine(notice.Message);
        }

        return text.ToString().TrimEnd();
    }

    private static void Disclosure(StringBuilder text, DisclosureReport disclosure)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"[{Kebab<DisclosureStatus>.Word(disclosure.Status)}] {disclosure.Type} ({disclosure.Jurisdiction}{(disclosure.Rule is { } rule ? ", " + rule : "")})");
        Line(text, "  ", disclosure.Why);
        if (disclosure.Status is not (DisclosureStatus.Present or DisclosureStatus.Unneeded))
        {
            foreach (var (language, wording) in disclosure.Text)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {language}: {wording}");
            }
        }

        foreach (var need in disclosure.Needs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  needs {need}");
        }
    }

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            text.Append(label).AppendLine(value);
        }
    }
}
