using System.CommandLine;
using System.Globalization;
using LabelService.Workflow.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels audit verify|export</c>: the record of the store that <c>Storage__*</c> names. Exit codes: 0 all in order or exported, 1 something
/// was removed or altered, 2 wrong usage or a store that cannot be used.
/// </summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", "Verify and export the audit trail.") { MakeVerify(), MakeExport() };

    private static Command MakeVerify()
    {
        var head = new Option<string?>("--head") { Description = "A hash printed by an earlier run and kept elsewhere: it must still be part of the chain." };
        var command = new Command("verify", "Follow the chain of hashes and name what was removed or altered.") { head };
        command.SetAction(async (result, cancel) =>
        {
            var code = ExitCode.Done;
            var ran = await StoreRun.RunAsync(result, async services =>
            {
                var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(result.GetValue(head), cancel);
                code = await PrintAsync(result, verdict);
                return null;
            }, cancel);
            return ran == ExitCode.Done ? code : ran;
        });
        return command;
    }

    private static async Task<int> PrintAsync(ParseResult result, AuditVerdict verdict)
    {
        var output = result.InvocationConfiguration.Output;
        foreach (var fault in verdict.Faults)
        {
            await output.WriteLineAsync(fault);
        }

        var erased = verdict.Erased > 0 ? string.Create(CultureInfo.InvariantCulture, $", the data of {verdict.Erased} erased by request") : "";
        await output.WriteLineAsync(verdict.Faults.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"{verdict.Rows} rows in order{erased}; head {verdict.Head}")
            : string.Create(CultureInfo.InvariantCulture, $"{verdict.Faults.Length} faults in {verdict.Rows} rows"));
        return verdict.Faults.IsEmpty ? ExitCode.Done : ExitCode.Otherwise;
    }

    private static Command MakeExport()
    {
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong([.. AuditTrail.Formats]);
        var command = new Command("export", "Write all rows in order to the standard output, as JSON Lines or CSV.") { format };
        command.SetAction((result, cancel) => StoreRun.RunAsync(result, async services =>
        {
            await services.GetRequiredService<AuditTrail>().ExportAsync(result.GetValue(format)!, result.InvocationConfiguration.Output, cancel);
            return null;
        }, cancel));
        return command;
    }
}
