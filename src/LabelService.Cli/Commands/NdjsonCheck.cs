using System.Text;
using System.Text.Json;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Checks;

namespace LabelService.Cli.Commands;

/// <summary><c>labels check --ndjson IN --out OUT</c>: one request a line, one answer a line, a bad line answered by its error.</summary>
internal static class NdjsonCheck
{
    public static async Task<int> RunAsync(string input, string? output, Ruleset ruleset, CancellationToken cancel)
    {
        if (output is not null && input != "-" && Path.GetFullPath(input) == Path.GetFullPath(output))
        {
            await Console.Error.WriteLineAsync("labels check: --out names the file that --ndjson reads; give the answers a file of their own.");
            return ExitCode.Unusable;
        }

        try
        {
            using var reader = input == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
            await using var writer = output is null or "-" ? Console.Out : new StreamWriter(output, append: false, new UTF8Encoding(false));
            var number = 0;
            var code = ExitCode.Done;
            while (await reader.ReadLineAsync(cancel) is { } line)
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    var (answer, compliant) = Answer(line, number, ruleset);
                    await writer.WriteLineAsync(answer);
                    code = compliant ? code : ExitCode.Otherwise;
                }
            }

            return code;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"labels check: {error.Message}");
            return ExitCode.Unusable;
        }
    }

    private static (string Answer, bool Compliant) Answer(string line, int number, Ruleset ruleset)
    {
        var read = CheckRequestReader.Read(Encoding.UTF8.GetBytes(line));
        if (read.IsRefused)
        {
            return (Error(number, read.Refusal.Code, read.Refusal.Detail), false);
        }

        var faults = new CheckRequestValidator().Validate(read.Value);
        if (!faults.IsValid)
        {
            return (Error(number, "invalid-request", string.Join(" ", faults.Errors.Select(e => e.ErrorMessage))), false);
        }

        try
        {
            var report = ArticleChecker.Check(read.Value, AskedDays.Of(read.Value, ruleset.TimeZone), ruleset, LoadedRules.Exceptions(ruleset));
            var json = JsonSerializer.Serialize(report, ContractJson.Wire);
            return ($"{{\"line\":{number},{json.AsSpan(1)}", report.Verdict == Verdict.Compliant);
        }
        catch (CheckRefusedException refused)
        {
            return (Error(number, refused.Code, $"{refused.Path}: {refused.Message}"), false);
        }
    }

    private static string Error(int line, string code, string detail) =>
        JsonSerializer.Serialize(new { line, error = new { code, detail } });
}
