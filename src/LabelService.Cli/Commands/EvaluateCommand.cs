using System.CommandLine;
using System.Globalization;
using System.Text;
using LabelService.Cli.Output;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Workflow.Evaluation;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels evaluate SET GOLD</c>: measures what <c>labels match</c> finds in texts of which the right answer is known. Exit codes: 0
/// measured, 1 below <c>--at-least</c>, 2 wrong usage or an unreadable file.
/// </summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var set = new Argument<string>("SET") { Description = "mentions, inflection, evasion or notices." };
        set.AcceptOnlyFromAmong([.. Enum.GetValues<GoldSet>().Select(Kebab<GoldSet>.Word)]);
        var gold = new Argument<string>("GOLD") { Description = "The file of gold texts: JSON lines, for inflection a table parted by tabs." };
        var worst = new Option<int>("--worst") { DefaultValueFactory = _ => 20, Description = "How many of the worst cases are shown." };
        worst.Validators.Add(result => AddIf(result, result.GetValueOrDefault<int>() < 0, "--worst is a number from 0 up, such as 20."));
        var atLeast = new Option<double?>("--at-least") { Description = "Exit with 1 where F1 over all texts is below this, such as 0.97." };
        atLeast.Validators.Add(result => AddIf(result, result.GetValueOrDefault<double?>() is < 0 or > 1 or double.NaN, "--at-least is a share from 0 to 1, such as 0.97."));
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "text", Description = "text or json." };
        output.AcceptOnlyFromAmong("text", "json");
        var rules = new RulesOption();
        var command = new Command("evaluate", "Measure what match finds against texts of which the right answer is known.") { set, gold, worst, atLeast, output };
        rules.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            Kebab<GoldSet>.TryParse(parsed.GetValue(set)!, out var which);
            if (LoadedRules.OrComplain(rules, parsed) is not { } ruleset
                || await MeasureAsync(new TextMatcher(ruleset), which, parsed.GetValue(gold)!, parsed.GetValue(worst), cancel) is not { } report)
            {
                return ExitCode.Unusable;
            }

            await Console.Out.WriteLineAsync(parsed.GetValue(output) == "json" ? EvaluationJson.Write(report) : EvaluationText.Write(report));
            return await JudgeAsync(report, parsed.GetValue(atLeast));
        });
        return command;
    }

    private static async Task<EvaluationReport?> MeasureAsync(TextMatcher matcher, GoldSet set, string gold, int worst, CancellationToken cancel)
    {
        try
        {
            return await new Evaluator(matcher.Match, Tell).RunAsync(set, GoldFile.ReadAsync(set, gold, cancel), worst);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or GoldFormatException or DecoderFallbackException)
        {
            await Console.Error.WriteLineAsync($"labels evaluate: {gold}: {error.Message}");
            return null;
        }
    }

    private static void Tell(string id, CheckRefusedException refusal) =>
        Console.Error.WriteLine($"labels evaluate: the text '{id}' counts as one in which nothing was found: {refusal.Code}: {refusal.Message}");

    private static async Task<int> JudgeAsync(EvaluationReport report, double? atLeast)
    {
        if (atLeast is not { } wanted || report.F1 >= wanted)
        {
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"labels evaluate: F1 is {report.F1:0.0000}, below {wanted}."));
        return ExitCode.Otherwise;
    }

    private static void AddIf(System.CommandLine.Parsing.OptionResult result, bool isWrong, string message)
    {
        if (isWrong)
        {
            result.AddError(message);
        }
    }
}
