using System.CommandLine;
using LabelService.Workflow;
using LabelService.Workflow.Registries;

namespace LabelService.Cli.Commands;

/// <summary><c>labels registry import|diff|search</c>. Exit codes: 0 done, 1 a comparison found differences, 2 wrong usage or unreadable input.</summary>
internal static class RegistryCommand
{
    public static Command Create() => new("registry", "Bring registries up to date and look into them: import, diff, search.")
    {
        RegistryImportCommand.Create(), RegistryDiffCommand.Create(), RegistrySearchCommand.Create(),
    };

    /// <summary>Runs a command and says in one line what stopped it.</summary>
    public static async Task<int> GuardedAsync(ParseResult parsed, string name, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception refused) when (refused is ImportRefusedException or StartRefusedException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"labels registry {name}: {refused.Message}");
            return ExitCode.Unusable;
        }
    }
}
