using System.CommandLine;
using LabelService.Engine.Checking;
using LabelService.Engine.Documenting;
using LabelService.Engine.Model;
using LabelService.Workflow;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels rules lint</c>: everything wrong or odd in the files, with file, line and column; warnings fail it with <c>--strict</c> only.
/// <c>labels rules test</c>: runs every rule's cases and names each rule with too few of them and each condition that they do not show both
/// ways. Exit codes: 0 all is well, 1 not, 2 wrong usage.
/// </summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Look after the rules: lint, test, dry-run, docs.") { Lint(), Test(), DryRunCommand.Create(), RulesDocsCommand.Create() };

    private static Command Lint()
    {
        var rules = new RulesOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 for warnings too." };
        var command = new Command("lint", "Show everything wrong or odd in packs, registries and the newsroom file.") { strict };
        rules.AddTo(command);
        var language = Language();
        command.Options.Add(language);
        command.SetAction(parsed => Guarded(() =>
        {
            var (folder, settings) = rules.Find(parsed);
            var (files, unread) = folder.Read();
            var result = LintRunner.Run(files, settings, LoadedRules.Today(settings.TimeZone));
            result = result with { Errors = [.. unread, .. result.Errors] };
            var reader = parsed.GetValue(language);
            var labels = LabelTexts.Read(files);
            result = result with { Errors = result.Errors.AddRange(labels.Errors) };
            foreach (var error in result.Errors)
            {
                Console.WriteLine($"{Label("error", reader)}{folder.Root}/{error.In(reader)}");
            }

            var warnings = result.Ruleset is { } ruleset
                ? result.Warnings.AddRange(ruleset.Exceptions.Ended(LoadedRules.Today(ruleset))).AddRange(labels.Lacking(ruleset.Packs))
                : result.Warnings;
            foreach (var warning in warnings)
            {
                Console.WriteLine($"{Label("warning", reader)}{folder.Root}/{warning.In(reader)}");
            }

            Told sum = $"{Errors(result.Errors.Length)}, {Warnings(warnings.Length)} in {folder.Root}";
            Console.WriteLine(sum.In(reader));
            return result.Errors.IsEmpty && (warnings.IsEmpty || !parsed.GetValue(strict)) ? ExitCode.Done : ExitCode.Otherwise;
        }));
        return command;
    }

    private static Command Test()
    {
        var rules = new RulesOption();
        var command = new Command("test", "Run the cases of every rule, and name what no case exercises.");
        rules.AddTo(command);
        var language = Language();
        command.Options.Add(language);
        command.SetAction(parsed => Guarded(() =>
        {
            var (folder, settings) = rules.Find(parsed);
            var reader = parsed.GetValue(language);
            var (files, unread) = folder.Read();
            var outcome = CaseRunner.Run(files, settings);
            outcome = outcome with { Errors = [.. unread, .. outcome.Errors] };
            foreach (var error in outcome.Errors)
            {
                Console.WriteLine($"{Label("error", reader)}{folder.Root}/{error.In(reader)}");
            }

            foreach (var failed in outcome.Results.Where(r => !r.Passed))
            {
                Console.WriteLine($"{Label("failed", reader)}{folder.Root}/{failed.Position}: {failed.Rule}: {failed.Case}: {string.Join("; ", failed.Problems.Select(p => p.In(reader)))}");
            }

            foreach (var gap in outcome.Gaps)
            {
                Console.WriteLine($"{Label("gap", reader)}{folder.Root}/{gap.In(reader)}");
            }

            Told sum = $"{outcome.Results.Count(r => r.Passed)} of {Cases(outcome.Results.Length)} passed, {Gaps(outcome.Gaps.Length)}";
            Console.WriteLine(sum.In(reader));
            return outcome.Passed ? ExitCode.Done : ExitCode.Otherwise;
        }));
        return command;
    }

    private static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (StartRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return ExitCode.Unusable;
        }
    }

    private static Option<string> Language()
    {
        var option = new Option<string>("--language") { Description = "Of what is told: en or ru.", DefaultValueFactory = _ => "en" };
        option.AcceptOnlyFromAmong("en", "ru");
        return option;
    }

    /// <summary>What a line tells, in one column.</summary>
    private static string Label(Told what, string? reader) => what.In(reader).PadRight(reader == "ru" ? 11 : 8);

    private static Told Errors(int number) => number == 1 ? (Told)$"{number} error" : $"{number} errors";

    private static Told Warnings(int number) => number == 1 ? (Told)$"{number} warning" : $"{number} warnings";

    private static Told Cases(int number) => number == 1 ? (Told)$"{number} case" : $"{number} cases";

    private static Told Gaps(int number) => number == 1 ? (Told)$"{number} gap" : $"{number} gaps";
}
