using System.CommandLine;
using System.Text.Json;
using LabelService.Cli.Output;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow;
using LabelService.Workflow.Checks;
using LabelService.Workflow.DryRuns;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels rules dry-run FOLDER --articles FILE</c>: what a candidate pack would change on articles, one check request a line. Exit
/// codes: 0 nothing would change, 1 something would or the pack has errors, 2 wrong usage or unreadable input.
/// </summary>
internal static class DryRunCommand
{
    public static Command Create()
    {
        var rules = new RulesOption();
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the candidate: pack.yaml and its cases." };
        var articles = new Option<string>("--articles") { Description = "NDJSON, one check request a line; - for standard input.", Required = true };
        var samples = new Option<int>("--samples") { Description = "How many changed articles are shown.", DefaultValueFactory = _ => 20 };
        var output = new Option<string>("--output") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        var command = new Command("dry-run", "Show what a candidate pack would change.") { folder, articles, samples, output };
        rules.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(
            rules, parsed, parsed.GetValue(folder)!, parsed.GetValue(articles)!, parsed.GetValue(samples), parsed.GetValue(output) == "json", cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        RulesOption rules, ParseResult parsed, string folder, string articles, int samples, bool asJson, CancellationToken cancel)
    {
        try
        {
            var (root, settings) = rules.Find(parsed);
            var (files, unread) = root.Read();
            var present = RulesetBuilder.Build(files, settings, unread: unread);
            var candidate = await ReadPackAsync(folder, cancel);
            if (candidate.IsRefused || present.Ruleset is not { } ruleset)
            {
                return Complain(candidate.Refusal?.Detail ?? "the rules in force have errors; mend them first (labels rules lint).", ExitCode.Unusable);
            }

            var built = CandidateRules.Of(files, settings, ruleset, present.Errors, candidate.Value, [.. unread]);
            if (!built.Errors.IsEmpty)
            {
                return Complain(string.Join(Environment.NewLine, built.Errors), ExitCode.Otherwise);
            }

            var trial = new Trial(ruleset, built.Ruleset!, LoadedRules.Exceptions(ruleset), candidate.Value.Pack, Math.Clamp(samples, 0, 1000));
            var bad = await TryAsync(articles, trial, cancel);
            var report = trial.Report(complete: true);
            Console.WriteLine(asJson ? JsonSerializer.Serialize(report, DryRunJson.Default.DryRunReport) : DryRunText.Of(report, bad));
            return report.Changed == 0 && bad == 0 ? ExitCode.Done : ExitCode.Otherwise;
        }
        catch (Exception error) when (error is StartRefusedException or IOException or UnauthorizedAccessException)
        {
            return Complain(error.Message, ExitCode.Unusable);
        }
    }

    /// <returns>How many lines could not be read.</returns>
    private static async Task<int> TryAsync(string articles, Trial trial, CancellationToken cancel)
    {
        using var reader = articles == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(articles);
        var (number, bad) = (0, 0);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var read = CheckRequestReader.Read(System.Text.Encoding.UTF8.GetBytes(line));
            if (read.IsRefused || !new CheckRequestValidator().Validate(read.Value).IsValid)
            {
                bad++;
                await Console.Error.WriteLineAsync($"{articles}:{number}: {read.Refusal?.Detail ?? "this is no valid check request."}");
                continue;
            }

            trial.Add(read.Value, null);
        }

        return bad;
    }

    private static async Task<Answer<PackFiles>> ReadPackAsync(string folder, CancellationToken cancel)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Take(1000))
        {
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = await File.ReadAllTextAsync(file, cancel);
        }

        return PackFiles.Of(files);
    }

    private static int Complain(string what, int code)
    {
        Console.Error.WriteLine($"labels rules dry-run: {what}");
        return code;
    }
}
