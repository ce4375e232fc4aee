using System.CommandLine;
using LabelService.Cli.Output;
using LabelService.Engine.Model;
using LabelService.Workflow.Registries;

namespace LabelService.Cli.Commands;

/// <summary><c>labels registry import FILE…</c>: reads official exports into the table of a registry, all or nothing.</summary>
internal static class RegistryImportCommand
{
    private const string Help = """
        Read official exports into a registry (<id>.csv and <id>.yaml), all or nothing.

        Examples:
          labels registry import agents.xlsx
          labels registry import page1.json page2.json --dry-run
          labels registry import FARA_All_ForeignPrincipals.csv --report odd.txt
          labels registry import matrix.csv --only SC,CaPu,CaPr
          labels registry import list.csv --id our-list --column "name=Full name" --column "listed_from=Added" --set kind=media

        Ids stay from import to import; brands in <id>.brands.csv are not touched. Personal columns are never read.
        """;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Exports of one list; name all pages together." };
        var id = new Option<string?>("--id") { Description = "Into which registry; by the format where absent, such as ru-foreign-agents." };
        var outFolder = new Option<string?>("--out") { Description = "The folder of the registry; registries in the rules folder where absent." };
        var prefix = new Option<string?>("--prefix") { Description = "What new ids begin with, such as ru-fa; by the format where absent." };
        var missing = new Option<string>("--missing") { DefaultValueFactory = _ => "keep", Description = "What happens to entities that only the present file has: keep, end (on the day of the export) or drop." };
        missing.AcceptOnlyFromAmong([.. Kebab<MissingEntities>.Words]);
        var maxSkipped = new Option<double>("--max-skipped") { DefaultValueFactory = _ => 2, Description = "Percent of rows that may be unreadable before all is refused." };
        var shrink = new Option<bool>("--allow-shrink") { Description = "Import a list that has lost a fifth of its entities." };
        var report = new Option<string?>("--report") { Description = "A file for the full report: every odd row and what was done." };
        var dry = new Option<bool>("--dry-run") { Description = "Report only; write nothing." };
        var (exports, rules) = (new ExportOptions(), new RulesOption());
        var command = new Command("import", Help) { files, id, outFolder, prefix, missing, maxSkipped, shrink, report, dry, rules.Path };
        exports.AddTo(command);
        command.SetAction((parsed, cancel) => RegistryCommand.GuardedAsync(parsed, "import", async () =>
        {
            var options = exports.Read(parsed) with
            {
                Id = parsed.GetValue(id),
                Prefix = parsed.GetValue(prefix),
                Missing = Kebab<MissingEntities>.TryParse(parsed.GetValue(missing)!, out var what) ? what : MissingEntities.Keep,
                MaxSkipped = parsed.GetValue(maxSkipped),
                AllowShrink = parsed.GetValue(shrink),
            };
            var folder = parsed.GetValue(outFolder) ?? Path.Combine(rules.FindFolder(parsed).Root, "registries");
            var result = await new RegistryImport(folder, options).RunAsync(parsed.GetValue(files)!, write: !parsed.GetValue(dry), cancel);
            await parsed.InvocationConfiguration.Output.WriteAsync(ImportText.Summary(result, parsed.GetValue(dry) ? null : folder));
            if (parsed.GetValue(report) is { } full)
            {
                await File.WriteAllTextAsync(full, ImportText.Full(result), cancel);
            }

            return ExitCode.Done;
        }));
        return command;
    }
}
