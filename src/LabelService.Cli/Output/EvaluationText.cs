using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LabelService.Workflow.Evaluation;

namespace LabelService.Cli.Output;

/// <summary>The figures of an evaluation for a person at a terminal: a line a group, then the worst cases.</summary>
internal static class EvaluationText
{
    public static string Write(EvaluationReport report)
    {
        var text = new StringBuilder();
        Tallies(text, report.Set == GoldSet.Notices ? "Places of notices" : "All finds, certain and pending", report.Groups);
        Notices(text, report.Notices);
        if (!report.Certain.IsEmpty)
        {
            Tallies(text, "Certain finds alone", report.Certain);
        }

        Kinds(text, report.Kinds);
        Worst(text, report);
        return text.ToString().TrimEnd();
    }

    private static void Tallies(StringBuilder text, string heading, ImmutableArray<Group<Tally>> groups)
    {
        text.AppendLine(heading);
        foreach (var (name, tally) in groups)
        {
            text.AppendLine(tally.IsNegative
                ? string.Create(CultureInfo.InvariantCulture, $"  {name,-44} texts {tally.Texts} with nothing to find: {tally.Accusing} with a false positive ({100 * tally.AccusingShare:0.0} %), {tally.Wrong} in all")
                : string.Create(CultureInfo.InvariantCulture, $"  {name,-44} precision {tally.Precision:0.000}  recall {tally.Recall:0.000}  F1 {tally.F1:0.000}   right {tally.Right}, wrong {tally.Wrong}, missed {tally.Missed}, texts {tally.Texts}"));
        }

        text.AppendLine();
    }

    private static void Notices(StringBuilder text, ImmutableArray<Group<NoticeScore>> groups)
    {
        if (groups.IsEmpty)
        {
            return;
        }

        text.AppendLine("What they say");
        foreach (var (name, score) in groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-44} agent's name {Of(score.Agents)}, age mark {Of(score.AgeMark)}, source {Of(score.Source)}, none where there is none {Of(score.NoSource)}");
        }

        text.AppendLine();
    }

    private static void Kinds(StringBuilder text, ImmutableArray<Group<Hits>> kinds)
    {
        if (kinds.IsEmpty)
        {
            return;
        }

        text.AppendLine("Recall by kind");
        foreach (var (name, hits) in kinds)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-44} {hits.Share:0.000} of {hits.All}");
        }

        text.AppendLine();
    }

    private static void Worst(StringBuilder text, EvaluationReport report)
    {
        if (report.Worst.IsEmpty)
        {
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"The worst {report.Worst.Length} of {report.Mistakes} mistakes");
        foreach (var mistake in report.Worst)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Word(mistake.Kind)} {mistake.What} ({mistake.Text}): {mistake.Why}");
            if (mistake.Context.Length > 0)
            {
                text.Append("    ").AppendLine(mistake.Context);
            }
        }
    }

    private static string Of(Hits hits) => string.Create(CultureInfo.InvariantCulture, $"{hits.Right}/{hits.All}");

    private static string Word(MistakeKind kind) => kind switch
    {
        MistakeKind.FalseCertain => "[wrong, certain]",
        MistakeKind.FalsePending => "[wrong, pending]",
        MistakeKind.Missed => "[missed]",
        _ => "[different]",
    };
}
