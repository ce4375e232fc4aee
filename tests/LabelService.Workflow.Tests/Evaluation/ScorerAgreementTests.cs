using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LabelService.Engine.Checking;
using LabelService.Workflow.Evaluation;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Evaluation;

/// <summary>The figures are those of the scorer that comes with the corpora, to the last text.</summary>
public sealed partial class ScorerAgreementTests
{
    [Theory]
    [InlineData("mentions", "mentions-dev.jsonl")]
    [InlineData("inflection", "inflection-dev.tsv")]
    [InlineData("evasion", "evasion-dev.jsonl")]
    [InlineData("notices", "notices-dev.jsonl")]
    public async Task Agrees_with_the_scorer_of_the_corpora(string set, string file)
    {
        var scorer = Project.Shared("corpora/score.py");
        var answers = Path.GetTempFileName();
        var report = await RunAsync(Enum.Parse<GoldSet>(set, ignoreCase: true), Project.Shared("corpora/" + file), answers);

        var lines = (await ScoreAsync(scorer, set, answers)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var ours = Lines(report).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(lines);
        Assert.Superset(lines.Select(Counts).ToHashSet(StringComparer.Ordinal), ours);
        File.Delete(answers);
    }

    private static async Task<EvaluationReport> RunAsync(GoldSet set, string gold, string answers)
    {
        await using var writer = new StreamWriter(answers, append: false, new UTF8Encoding(false));
        var asked = new Dictionary<MatchRequest, string>(ReferenceEqualityComparer.Instance);
        return await new Evaluator(Answer).RunAsync(set, Noted(GoldFile.ReadAsync(set, gold, TestContext.Current.CancellationToken), asked), worst: 0);

        MatchAnswer Answer(MatchRequest request)
        {
            var answer = Project.Matcher.Match(request);
            writer.WriteLine(MatchLine.Write(asked[request], answer, nearMisses: false));
            return answer;
        }
    }

    private static async IAsyncEnumerable<GoldText> Noted(IAsyncEnumerable<GoldText> texts, Dictionary<MatchRequest, string> asked)
    {
        await foreach (var text in texts)
        {
            asked[text.Request] = text.Id;
            yield return text;
        }
    }

    private static async Task<string> ScoreAsync(string scorer, string set, string answers)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var argument in new[] { scorer, "score", set, answers })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3, which runs the scorer of ../shared/corpora, is not installed");
            return "";
        }
    }

    /// <summary>The counts of a line of the scorer; the shares follow from them.</summary>
    private static string Counts(string line) => Shares().Replace(Blanks().Replace(line.Trim(), " "), "");

    private static IEnumerable<string> Lines(EvaluationReport report)
    {
        var prefix = report.Set == GoldSet.Notices ? "notice spans " : "";
        foreach (var (name, t) in report.Groups)
        {
            yield return t.IsNegative && report.Set != GoldSet.Notices
                ? Invariant($"{name} controls {t.Texts}: with a false positive {t.Accusing} , fp {t.Wrong}")
                : Invariant($"{prefix}{name} tp {t.Right} fp {t.Wrong} fn {t.Missed} docs {t.Texts}");
        }

        foreach (var (kind, hits) in report.Kinds)
        {
            yield return Invariant($"recall[{kind}] of {hits.All}");
        }

        foreach (var (_, n) in report.Notices)
        {
            yield return Invariant($"agent name {Of(n.Agents)} age mark {Of(n.AgeMark)} source {Of(n.Source)} no-source kept empty {Of(n.NoSource)}");
        }
    }

    private static string Of(Hits hits) => Invariant($"{hits.Right}/{hits.All}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"P \d\.\d{3} R \d\.\d{3} F1 \d\.\d{3} |(?<=\] )\d\.\d{3} |\([\d.]+ %\)")]
    private static partial Regex Shares();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
