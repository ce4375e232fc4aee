using System.CommandLine;
using LabelService.Cli.Output;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels check FILE|-</c>: an article as text, HTML or Markdown, or a request in JSON. Exit codes: 0 compliant, 1 any other verdict,
/// 2 wrong usage or unreadable input.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = "The article, or a request in JSON; - reads standard input." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "text", Description = "text, json, or html (the labelled article)." };
        output.AcceptOnlyFromAmong("text", "json", "html");
        var format = new Option<string?>("--format") { Description = "text, html or markdown; by the file's name and content where absent." };
        format.AcceptOnlyFromAmong("text", "html", "markdown");
        var asOf = new Option<string?>("--as-of") { Description = "The day asked about, such as 2023-02-07." };
        var published = new Option<string?>("--published-at") { Description = "When the article was published, such as 2023-02-07." };
        var jurisdictions = new Option<string[]>("--jurisdiction") { Description = "Only these jurisdictions; may be given several times." };
        var language = new Option<string?>("--language") { Description = "Language of the texts and reasons, such as ru." };
        var ndjson = new Option<string?>("--ndjson") { Description = "A file with one request a line, instead of FILE." };
        var outFile = new Option<string?>("--out") { Description = "Where the answers to --ndjson go; standard output where absent." };
        var rules = new RulesOption();
        var command = new Command("check", "Check an article and say what it must carry.")
        {
            file, output, format, asOf, published, jurisdictions, language, ndjson, outFile,
        };
        rules.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(ndjson) is "" || result.GetValue(outFile) is "")
            {
                result.AddError("--ndjson and --out each need the name of a file.");
            }
            else if (result.GetValue(ndjson) is not null && result.GetValue(file) is not null)
            {
                result.AddError("Name a FILE or --ndjson, not both.");
            }
            else if (result.GetValue(outFile) is not null && result.GetValue(ndjson) is null)
            {
                result.AddError("--out goes with --ndjson; the answer to a single FILE is on standard output.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var loaded = LoadedRules.OrComplain(rules, parsed);
            if (loaded is null)
            {
                return ExitCode.Unusable;
            }

            if (parsed.GetValue(ndjson) is { } lines)
            {
                return await NdjsonCheck.RunAsync(lines, parsed.GetValue(outFile), loaded, cancel);
            }

            var ask = new ArticleInput(
                parsed.GetValue(format), parsed.GetValue(asOf), parsed.GetValue(published), parsed.GetValue(jurisdictions) ?? [], parsed.GetValue(language),
                IncludeLabelled: parsed.GetValue(output) != "text");
            return await RunAsync(parsed.GetValue(file), ask, loaded, parsed.GetValue(output)!, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(string? file, ArticleInput input, Ruleset ruleset, string output, CancellationToken cancel)
    {
        if (file is null)
        {
            await Console.Error.WriteLineAsync("labels check: name a file, or - for standard input; see labels check --help.");
            return ExitCode.Unusable;
        }

        var request = await input.ReadAsync(file, cancel);
        if (request.IsRefused)
        {
            await Console.Error.WriteLineAsync($"labels check: {file}: {request.Refusal.Detail}");
            return ExitCode.Unusable;
        }

        try
        {
            var report = ArticleChecker.Check(request.Value, AskedDays.Of(request.Value, ruleset.TimeZone), ruleset, LoadedRules.Exceptions(ruleset));
            await Console.Out.WriteLineAsync(output switch
            {
                "json" => JsonOutput.Write(report),
                "html" => report.Labelled!.Html,
                _ => TextOutput.Write(report),
            });
            return report.Verdict == Verdict.Compliant ? ExitCode.Done : ExitCode.Otherwise;
        }
        catch (CheckRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"labels check: {file}: {refused.Path}: {refused.Message}");
            return ExitCode.Unusable;
        }
    }
}
