using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using LabelService.Cli.Output;
using LabelService.Engine.Model;
using LabelService.Workflow;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Archive.Sources;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels archive import|index</c>: takes published articles into the store that <c>Storage__*</c> names. Exit codes: 0 all taken in,
/// 1 some records were refused, 2 wrong usage, or a source or store that cannot be used.
/// </summary>
internal static class ArchiveCommand
{
    public static Command Create() => new("archive", "Take an archive of published articles in.") { MakeImport(), MakeIndex() };

    private static Command MakeImport()
    {
        var path = new Argument<string>("PATH") { Description = "NDJSON, an export of WordPress (WXR), or a folder of .txt, .html and .md." };
        var format = new Option<string?>("--format") { Description = "What it is, where its name does not tell." };
        format.AcceptOnlyFromAmong(ArchiveFormat.All);
        var site = new Option<string>("--site") { Description = "The site whose articles they are.", DefaultValueFactory = _ => "default" };
        var kind = new Option<string?>("--kind") { Description = "The kind of articles that say none, such as archive." };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<ArticleKind>().Select(Kebab<ArticleKind>.Word)]);
        var rejects = new Option<string?>("--rejects") { Description = "A file for the records that are refused, a JSON line each." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check, and store nothing." };
        var reviews = new Option<bool>("--open-reviews") { Description = "Open a review for each article that leaves something to a moderator; else they are only counted." };
        var fromStart = new Option<bool>("--from-start") { Description = "Begin anew where an earlier run stopped midway." };
        var rules = new RulesOption();
        var command = new Command("import", "Check articles for today and keep them. Stopped, it goes on where it was.") { path, format, site, kind, rejects, dryRun, reviews, fromStart };
        rules.AddTo(command);
        command.SetAction(async (result, cancel) =>
        {
            var order = new ImportOrder(result.GetValue(path)!, result.GetValue(site)!)
            {
                Format = result.GetValue(format),
                Kind = result.GetValue(kind) is { } word && Kebab<ArticleKind>.TryParse(word, out var parsed) ? parsed : null,
                Rejects = result.GetValue(rejects),
                DryRun = result.GetValue(dryRun),
                OpenReviews = result.GetValue(reviews),
                FromStart = result.GetValue(fromStart),
            };
            var code = ExitCode.Done;
            var ran = await StoreRun.RunWithRulesAsync(result, rules, async services =>
            {
                var (refusal, refused) = await ImportAsync(services, order, result, cancel);
                code = refused > 0 ? ExitCode.Otherwise : ExitCode.Done;
                return refusal;
            }, cancel);
            return ran == ExitCode.Done ? code : ran;
        });
        return command;
    }

    private static async Task<(Refusal? Refusal, long Refused)> ImportAsync(IServiceProvider services, ImportOrder order, ParseResult result, CancellationToken cancel)
    {
        if (services.GetRequiredService<RulesetHolder>().Current is { Ruleset: null })
        {
            return (Refusal.Invalid("--rules", "have errors; mend them first (labels rules lint shows them)."), 0);
        }

        var recorder = services.GetRequiredService<CheckRecorder>();
        await recorder.StartAsync(cancel);
        try
        {
            var progress = new ArchiveText(result.InvocationConfiguration.Error);
            var done = await services.GetRequiredService<ArchiveImporter>().RunAsync(order, progress.Tell, cancel);
            await result.InvocationConfiguration.Output.WriteLineAsync(ArchiveText.Summary(done, order));
            return (null, done.Counts.Rejected);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (Refusal.Invalid(order.Path, error.Message), 0);
        }
        catch (DbException error)
        {
            return (Refusal.Invalid("the store", $"failed: {error.Message}. What was taken in is kept; the same command goes on where it was."), 0);
        }
        finally
        {
            await recorder.StopAsync(CancellationToken.None);
        }
    }

    private static Command MakeIndex()
    {
        var again = new Option<bool>("--again") { Description = "Read all articles again: where the index is damaged, or nodes of a version without it wrote to the store." };
        var command = new Command("index", "Bring every stored article into the index from words to articles now; a running service does it by and by.") { again };
        command.SetAction((result, cancel) => StoreRun.RunAsync(result, async services =>
        {
            if (result.GetValue(again))
            {
                await services.GetRequiredService<IndexRebuild>().RunAsync(cancel);
            }

            var articles = await IndexAsync(services.GetRequiredService<ArchiveIndexer>(), cancel);
            await result.InvocationConfiguration.Output.WriteLineAsync(articles == 0 ? "nothing to do" : "done");
            return null;
        }, cancel));
        return command;
    }

    private static async Task<long> IndexAsync(ArchiveIndexer indexer, CancellationToken cancel)
    {
        long articles = 0;
        for (var isTidy = false; !isTidy;)
        {
            isTidy = await indexer.TidyAsync(waits: true, cancel) == 0;
            for (int done; (done = await indexer.StepAsync(always: true, cancel)) > 0; articles += done)
            {
            }
        }

        return articles;
    }
}
