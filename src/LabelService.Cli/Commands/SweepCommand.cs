using System.CommandLine;
using System.Globalization;
using LabelService.Cli.Output;
using LabelService.Workflow;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels sweep</c>: looks again at the articles of the store that <c>Storage__*</c> names. Exit codes: 0 done, 1 a sweep waits for a
/// confirmation, 2 wrong usage, or rules or a store that cannot be used.
/// </summary>
internal static class SweepCommand
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Count and show what would change, and change nothing." };
        var all = new Option<bool>("--all") { Description = "Look at every stored article, and not only at what the last change can touch." };
        var site = new Option<string?>("--site") { Description = "Only the articles of this site." };
        var confirm = new Option<bool>("--confirm") { Description = "Go on where more would change than Sweeps__ConfirmAbove." };
        var inForce = new Option<bool>("--in-force") { Description = "Take these rules as in force from now on, though the store knows others as such." };
        var results = new Option<string?>("--csv") { Description = "A file for the articles that change." };
        var rules = new RulesOption();
        var command = new Command("sweep", "Look again at stored articles after a change of rules, registers or the day.") { dryRun, all, site, confirm, inForce, results };
        rules.AddTo(command);
        command.SetAction(async (result, cancel) =>
        {
            var order = new Order(
                result.GetValue(dryRun) || result.GetValue(all) ? new SweepRequest(result.GetValue(dryRun), result.GetValue(all) ? SweepScope.All : SweepScope.Changed, result.GetValue(site)) : null,
                result.GetValue(confirm), result.GetValue(inForce), result.GetValue(results));
            var waits = false;
            var ran = await StoreRun.RunWithRulesAsync(result, rules, async services =>
            {
                var run = new Run(services, result.InvocationConfiguration, order);
                var refusal = await run.RunAsync(cancel);
                waits = run.Waits;
                return refusal;
            }, cancel);
            return ran == ExitCode.Done && waits ? ExitCode.Otherwise : ran;
        });
        return command;
    }

    private sealed record Order(SweepRequest? Begins, bool Confirms, bool TakesInForce, string? Csv);

    private sealed class Run(IServiceProvider services, InvocationConfiguration console, Order order)
    {
        private readonly SweepBook _book = services.GetRequiredService<SweepBook>();
        private readonly SweepOrders _orders = services.GetRequiredService<SweepOrders>();
        private readonly HashSet<string> _told = new(StringComparer.Ordinal);

        public bool Waits { get; private set; }

        public async Task<Refusal?> RunAsync(CancellationToken cancel)
        {
            if (services.GetRequiredService<RulesetHolder>().Current is { Ruleset: null })
            {
                return Refusal.Invalid("--rules", "have errors; mend them first (labels rules lint shows them).");
            }

            if (await DeclareAsync(cancel) is { } refusal)
            {
                return refusal;
            }

            if (order.Begins is { } request && await _orders.StartAsync(request, SweepCaller.CommandLine, cancel) is { IsRefused: true } refused)
            {
                return refused.Refusal;
            }

            var open = await OpenAsync(cancel);
            if (open.Count == 0)
            {
                await console.Output.WriteLineAsync("nothing has changed that could touch a stored article; --all looks at every one");
                return null;
            }

            await WorkAsync(open, cancel);
            return null;
        }

        /// <summary>Rules become in force by the service, or by word: a slip of the folder must not change a million labels.</summary>
        private async Task<Refusal?> DeclareAsync(CancellationToken cancel)
        {
            await using (var db = await services.GetRequiredService<IDbContextFactory<LabelContext>>().CreateDbContextAsync(cancel))
            {
                var (latest, now) = (await RuleStates.LatestAsync(db, cancel), services.GetRequiredService<RuleStates>().Now()!);
                if (latest is not null && latest.Ruleset != now.Ruleset.Version && !order.TakesInForce)
                {
                    return Refusal.Invalid("--rules", string.Create(CultureInfo.InvariantCulture,
                        $"are not those that the store knows as in force since {latest.At:yyyy-MM-dd HH:mm} UTC ({latest.Ruleset}; here: {now.Ruleset.Version}). Use the folder, Rules__TimeZone and Labels__PublicUrl of the service, or say --in-force where these are to hold from now on and no service runs with others."));
                }
            }

            await services.GetRequiredService<RuleStateWatcher>().StepAsync(cancel);
            return null;
        }

        private async Task<List<string>> OpenAsync(CancellationToken cancel) =>
            [.. (await _book.ListAsync(null, cancel)).Sweeps.Where(s => s.FinishedAt is null).Select(s => s.Id)];

        private async Task WorkAsync(List<string> open, CancellationToken cancel)
        {
            var hand = services.GetRequiredService<SweepHand>();
            await hand.RunAsync(stop => TellAsync(open, stop), cancel);
            foreach (var id in open)
            {
                var report = (await _book.FindAsync(id, SweepCaller.CommandLine, cancel)).Value;
                if (report is { State: SweepPhase.Waiting } && order.Confirms)
                {
                    await _orders.ConfirmAsync(id, SweepCaller.CommandLine, cancel);
                    await hand.RunAsync(stop => TellAsync(open, stop), cancel);
                    report = (await _book.FindAsync(id, SweepCaller.CommandLine, cancel)).Value;
                }

                if (report is not null)
                {
                    Waits |= report.State == SweepPhase.Waiting;
                    await console.Output.WriteLineAsync(SweepText.Of(report));
                }
            }

            if (order.Csv is { } file && (await _book.ResultsAsync(open[0], SweepCaller.CommandLine, cancel)).Value is { } rows)
            {
                await using var output = new StreamWriter(file);
                await SweepExport.WriteAsync(rows, "csv", output, cancel);
            }
        }

        private async Task TellAsync(List<string> open, CancellationToken cancel)
        {
            foreach (var id in open)
            {
                if ((await _book.FindAsync(id, SweepCaller.CommandLine, cancel)).Value is { } report && _told.Add($"{id} {report.State} {report.Looked} {report.Applied}"))
                {
                    await console.Error.WriteLineAsync(SweepText.Progress(report));
                }
            }
        }
    }
}
