using System.CommandLine;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Cli.Commands;

/// <summary>
/// <c>labels storage verify|backup|restore</c> on the store that <c>Storage__*</c> names. Exit codes: 0 in order or done, 1 something is
/// damaged, 2 wrong usage or a store that cannot be used.
/// </summary>
internal static class StorageCommand
{
    public static Command Create() => new("storage", "Verify, back up and restore the store.") { MakeVerify(), MakeBackup(), MakeRestore() };

    private static Command MakeVerify()
    {
        var command = new Command("verify", "Read everything that is stored, and name what is damaged.");
        command.SetAction(async (result, cancel) =>
        {
            var code = ExitCode.Done;
            var ran = await StoreRun.RunAsync(result, async services =>
            {
                var verdict = await services.GetRequiredService<StoreVerifier>().VerifyAsync(cancel);
                foreach (var line in verdict.Faults.Concat(verdict.Counts))
                {
                    await result.InvocationConfiguration.Output.WriteLineAsync(line);
                }

                code = verdict.Faults.IsEmpty ? ExitCode.Done : ExitCode.Otherwise;
                return null;
            }, cancel);
            return ran == ExitCode.Done ? code : ran;
        });
        return command;
    }

    private static Command MakeBackup()
    {
        var file = new Argument<string>("FILE") { Description = "The copy; it must not be there yet." };
        var command = new Command("backup", "Copy the SQLite file while the service runs. For PostgreSQL use pg_dump.") { file };
        command.SetAction((result, cancel) => StoreRun.RunAsync(result, services => services.GetRequiredService<StoreCopies>().BackupAsync(result.GetValue(file)!, cancel), cancel));
        return command;
    }

    private static Command MakeRestore()
    {
        var file = new Argument<string>("FILE") { Description = "A copy that 'labels storage backup' made." };
        var replace = new Option<bool>("--replace") { Description = "The store that is there now goes." };
        var command = new Command("restore", "Put a copy in the place of the SQLite file. The service must not run. For PostgreSQL use pg_restore.") { file, replace };
        command.SetAction((result, cancel) => StoreRun.RunUnmigratedAsync(
            result, services => services.GetRequiredService<StoreCopies>().RestoreAsync(result.GetValue(file)!, result.GetValue(replace), cancel), cancel));
        return command;
    }
}
