using System.Collections.Immutable;
using System.CommandLine;
using LabelService.Cli.Output;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;

namespace LabelService.Cli.Commands;

/// <summary><c>labels registry diff OLD NEW</c>: each a registry's table or an export of any format.</summary>
internal static class RegistryDiffCommand
{
    private const string Help = """
        Show what differs between two states of a register: added, listed again, delisted, removed, renamed, changed dates.

        Examples:
          labels registry diff rules/registries/ru-foreign-agents.csv agents.xlsx
          labels registry diff december.json august.xlsx --output json
        """;

    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The older state: a registry's CSV, or an export." };
        var recent = new Argument<string>("NEW") { Description = "The newer state." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "text", Description = "text or json." };
        output.AcceptOnlyFromAmong("text", "json");
        var exports = new ExportOptions();
        var command = new Command("diff", Help) { old, recent, output };
        exports.AddTo(command);
        command.SetAction((parsed, cancel) => RegistryCommand.GuardedAsync(parsed, "diff", async () =>
        {
            var options = exports.Read(parsed);
            var before = await EntitiesAsync(parsed.GetValue(old)!, options, cancel);
            var after = await EntitiesAsync(parsed.GetValue(recent)!, options, cancel);
            var changes = RegistryDiff.Compare(before, after);
            var text = parsed.GetValue(output) == "json" ? DiffText.Json(changes) : DiffText.Plain(changes);
            await parsed.InvocationConfiguration.Output.WriteAsync(text);
            return changes.IsEmpty ? ExitCode.Done : ExitCode.Otherwise;
        }));
        return command;
    }

    /// <summary>A table whose header is ours is a registry; anything else an export.</summary>
    private static async Task<ImmutableArray<Entity>> EntitiesAsync(string path, ImportOptions options, CancellationToken cancel)
    {
        if (RegistryFiles.ReadRegistry(path) is not { } read)
        {
            return await RegistryImport.EntitiesAsync(path, options, cancel);
        }

        return read.Registry?.Entities ?? throw new ImportRefusedException($"{path}:{read.Errors[0].Line}:{read.Errors[0].Column}: {read.Errors[0].Message}");
    }
}
