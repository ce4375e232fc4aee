using System.CommandLine;
using System.Text;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Workflow.Evaluation;

namespace LabelService.Cli.Commands;

/// <summary><c>labels match &lt; IN.jsonl &gt; OUT.jsonl</c>: the names, notices, age mark and source of each text.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var rules = new RulesOption();
        var nearMisses = new Option<bool>("--near-misses") { Description = "Give what was nearly found too, with the reason against it." };
        var command = new Command("match", "Reads lines {\"id\", \"lang\", \"text\", \"registry\"?} from standard input and writes for each what is found in it.") { nearMisses };
        rules.AddTo(command);
        command.SetAction(async (parsed, cancel) => LoadedRules.OrComplain(rules, parsed) is { } ruleset
            ? await RunAsync(new TextMatcher(ruleset), parsed.GetValue(nearMisses), cancel)
            : ExitCode.Unusable);
        return command;
    }

    private static async Task<int> RunAsync(TextMatcher matcher, bool nearMisses, CancellationToken cancel)
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        await using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var number = 0;
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (MatchLine.Read(line) is not { } asked)
            {
                await Console.Error.WriteLineAsync($"labels match: line {number} is not {{\"id\": …, \"text\": …}}; nothing was answered for it and the lines after it.");
                return ExitCode.Unusable;
            }

            await writer.WriteLineAsync(Answer(matcher, asked.Id, asked.Request, nearMisses));
        }

        return ExitCode.Done;
    }

    private static string Answer(TextMatcher matcher, string id, MatchRequest request, bool nearMisses)
    {
        try
        {
            return MatchLine.Write(id, matcher.Match(request), nearMisses);
        }
        catch (CheckRefusedException refusal)
        {
            return MatchLine.Write(id, refusal);
        }
    }
}
