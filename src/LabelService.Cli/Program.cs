using System.CommandLine;
using LabelService.Cli;
using LabelService.Cli.Commands;

var root = new RootCommand("Checks articles against disclosure rules.")
{
    CheckCommand.Create(), MatchCommand.Create(), EvaluateCommand.Create(), RulesCommand.Create(), RegistryCommand.Create(), KeyCommand.Create(), AccountCommand.Create(), AuditCommand.Create(), ArchiveCommand.Create(), SweepCommand.Create(), StorageCommand.Create(), HealthCommand.Create(),
};
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
// A line that cannot be parsed is wrong usage, whatever the library answers.
return parsed.Errors.Count > 0 ? ExitCode.Unusable : code;
