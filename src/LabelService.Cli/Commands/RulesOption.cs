using System.CommandLine;
using LabelService.Engine.Rulesets;
using LabelService.Workflow;
using LabelService.Workflow.Rulesets;

namespace LabelService.Cli.Commands;

/// <summary>The options by which every command finds its rules: the same settings as the service's, from the same environment.</summary>
internal sealed class RulesOption
{
    public Option<string?> Path { get; } = new("--rules") { Description = "The folder of packs and registries; Rules__Path, else ./rules." };

    public Option<string?> TimeZone { get; } = new("--time-zone") { Description = "Whose midnight makes a time a day; Rules__TimeZone, else UTC." };

    public void AddTo(Command command)
    {
        command.Options.Add(Path);
        command.Options.Add(TimeZone);
    }

    /// <exception cref="StartRefusedException">There is no such folder, or a setting is wrong.</exception>
    public (RulesetFolder Folder, RulesetResult Result) Load(ParseResult parsed)
    {
        var (folder, settings) = Find(parsed);
        var (files, unread) = folder.Read();
        return (folder, RulesetBuilder.Build(files, settings, unread: unread));
    }

    /// <exception cref="StartRefusedException">There is no such folder, or a setting is wrong.</exception>
    public (RulesetFolder Folder, RulesetSettings Settings) Find(ParseResult parsed)
    {
        var options = new RulesOptions
        {
            Path = parsed.GetValue(Path) ?? Setting("Rules__Path") ?? "rules",
            TimeZone = parsed.GetValue(TimeZone) ?? Setting("Rules__TimeZone") ?? "UTC",
            Jurisdictions = Setting("Rules__Jurisdictions") ?? "*",
        };
        var labels = new LabelsOptions { PublicUrl = Setting("Labels__PublicUrl") };
        if ((options.Fault() ?? labels.Fault()) is { } fault)
        {
            throw new StartRefusedException(fault);
        }

        var settings = options.Settings();
        return (new RulesetFolder(RulesFolderSearch.Find(options.Path, Directory.GetCurrentDirectory())), settings with { PublicUrl = labels.AddressOr(settings.PublicUrl) });
    }

    /// <exception cref="StartRefusedException">There is no such folder.</exception>
    public RulesetFolder FindFolder(ParseResult parsed) =>
        new(RulesFolderSearch.Find(parsed.GetValue(Path) ?? Setting("Rules__Path") ?? "rules", Directory.GetCurrentDirectory()));

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
