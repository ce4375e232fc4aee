using System.CommandLine;
using LabelService.Engine.Checking;
using LabelService.Workflow;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels rules lint</c>: everything wrong or odd in the files, with file, line and column; warnings fail it with <c>--strict</c> only.
/// <c>labels rules test</c>: runs every rule's cases and names each rule with too few of them and each condition that they do not show both
/// ways. Exit codes: 0 all is well, 1 not, 2 wrong usage.
/// </summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Look after the rules: lint, test.") { Lint(), Test() };

    private static Command Lint()
    {
        var rules = new RulesOption();
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 for warnings too." };
        var command = new Command("lint", "Show everything wrong or odd in packs, registries and the newsroom file.") { strict };
        rules.AddTo(command);
        command.SetAction(parsed => Guarded(() =>
        {
            var (folder, settings) = rules.Find(parsed);
            var (files, unread) = folder.Read();
            var result = LintRunner.Run(files, settings, LoadedRules.Today(settings.TimeZone));
            result = result with { Errors = [.. unread, .. result.Errors] };
            foreach (var error in result.Errors)
            {
                Console.WriteLine($"error   {folder.Root}/{error}");
            }

            var warnings = result.Warnings.AddRange(result.Ruleset is { } ruleset ? ruleset.Exceptions.Ended(LoadedRules.Today(ruleset)) : []);
            foreach (var warning in warnings)
            {
                Console.WriteLine($"warning {folder.Root}/{warning}");
            }

            Console.WriteLine($"{Count(result.Errors.Length, "error")}, {Count(warnings.Length, "warning")} in {folder.Root}");
            return result.Errors.IsEmpty && (warnings.IsEmpty || !parsed.GetValue(strict)) ? ExitCode.Done : ExitCode.Otherwise;
        }));
        return command;
    }

    private static Command Test()
    {
        var rules = new RulesOption();
        var command = new Command("test", "Run the cases of every rule, and name what no case exercises.");
        rules.AddTo(command);
        command.SetAction(parsed => Guarded(() =>
        {
            var (folder, settings) = rules.Find(parsed);
            var outcome = CaseRunner.Run(folder.Read().Files, settings);
            foreach (var error in outcome.Errors)
            {
                Console.WriteLine($"error   {folder.Root}/{error}");
            }

            foreach (var failed in outcome.Results.Where(r => !r.Passed))
            {
                Console.WriteLine($"failed  {folder.Root}/{failed.Position}: {failed.Rule}: {failed.Case}: {string.Join("; ", failed.Problems)}");
            }

            foreach (var gap in outcome.Gaps)
            {
                Console.WriteLine($"gap     {folder.Root}/{gap}");
            }

            Console.WriteLine($"{outcome.Results.Count(r => r.Passed)} of {Count(outcome.Results.Length, "case")} passed, {Count(outcome.Gaps.Length, "gap")}");
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

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
