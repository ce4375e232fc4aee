using System.CommandLine;
using LabelService.Cli;

var root = new RootCommand("Checks articles against disclosure rules.") { HealthCommand.Create() };
return await root.Parse(args).InvokeAsync();
