using System.CommandLine;
using System.Text;
using LabelService.Engine.Documenting;
using LabelService.Engine.Packs;
using LabelService.Engine.Rulesets;
using LabelService.Workflow;
using Markdig;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels rules docs</c>: a page a rule, in plain words, and an index; to standard output, or as files with <c>--out</c>. With
/// <c>--readme FILE</c> the table of packs in that file is made anew. Exit codes: 0 done, 1 the rules have errors, 2 wrong usage.
/// </summary>
internal static class RulesDocsCommand
{
    private static readonly MarkdownPipeline Html = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public static Command Create()
    {
        var rules = new RulesOption();
        var folder = new Option<string?>("--out") { Description = "Write a file a rule, and an index, into this folder." };
        var format = new Option<string>("--format") { Description = "markdown or html.", DefaultValueFactory = _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown", "html");
        var language = new Option<string>("--language") { Description = "en or ru.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "ru");
        var readme = new Option<string?>("--readme") { Description = "Make the table of packs in this file anew, and nothing else." };
        var command = new Command("docs", "Describe every rule in plain words.") { folder, format, language, readme };
        rules.AddTo(command);
        command.SetAction(parsed => Run(rules, parsed, parsed.GetValue(folder), parsed.GetValue(format) == "html", parsed.GetValue(language)!, parsed.GetValue(readme)));
        return command;
    }

    private static int Run(RulesOption rules, ParseResult parsed, string? folder, bool asHtml, string language, string? readme)
    {
        try
        {
            if (LoadedRules.OrComplain(rules, parsed) is not { } ruleset)
            {
                return ExitCode.Otherwise;
            }

            if (readme is not null)
            {
                return Renew(readme, ruleset);
            }

            var pages = new RuleMarkdown(ruleset, rules.Find(parsed).Folder.Read().Files, language);
            if (folder is null)
            {
                Console.Write(string.Join('\n', Rules(ruleset).Select(pages.Of)));
                return ExitCode.Done;
            }

            Directory.CreateDirectory(folder);
            foreach (var rule in Rules(ruleset))
            {
                Write(folder, rule.Id, pages.Of(rule), asHtml, language);
            }

            Write(folder, "index", Index(ruleset, language, asHtml), asHtml, language);
            Console.WriteLine($"{Rules(ruleset).Count()} rules in {folder}");
            return ExitCode.Done;
        }
        catch (Exception error) when (error is StartRefusedException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"labels rules docs: {error.Message}");
            return ExitCode.Unusable;
        }
    }

    private static IEnumerable<Rule> Rules(Ruleset ruleset) => ruleset.Packs.SelectMany(p => p.Rules);

    private static int Renew(string readme, Ruleset ruleset)
    {
        if (PackTable.Put(File.ReadAllText(readme), ruleset) is not { } renewed)
        {
            Console.Error.WriteLine($"labels rules docs: {readme} has no lines '{PackTable.Begin}' and '{PackTable.End}'; put them where the table shall stand.");
            return ExitCode.Unusable;
        }

        File.WriteAllText(readme, renewed);
        return ExitCode.Done;
    }

    private static string Index(Ruleset ruleset, string language, bool asHtml)
    {
        var text = new StringBuilder(language == "ru" ? "# Правила\n" : "# Rules\n");
        foreach (var pack in ruleset.Packs)
        {
            text.Append($"\n## {pack.Title.GetValueOrDefault(language) ?? pack.Id} ({pack.Jurisdiction})\n\n");
            foreach (var rule in pack.Rules)
            {
                var words = RuleInWords.Of(rule, language, ruleset.Registries);
                text.Append($"- [{words.Title}]({rule.Id}.{(asHtml ? "html" : "md")})\n");
            }
        }

        return text.ToString();
    }

    private static void Write(string folder, string name, string markdown, bool asHtml, string language)
    {
        var text = asHtml
            ? $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{name}</title></head>\n<body><main>\n{Markdown.ToHtml(markdown, Html)}</main></body>\n</html>\n"
            : markdown;
        File.WriteAllText(Path.Combine(folder, $"{name}.{(asHtml ? "html" : "md")}"), text);
    }
}
