using System.CommandLine;
using LabelService.Cli;
using LabelService.Cli.Commands;

var root = new RootCommand("Checks articles against disclosure rules.") { HealthCommand.Create(), KeyCommand.Create() };
return await root.Parse(args).InvokeAsync();
