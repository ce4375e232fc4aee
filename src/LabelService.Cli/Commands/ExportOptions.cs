using System.CommandLine;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Workflow.Registries;
using LabelService.Workflow.Registries.Formats;

namespace LabelService.Cli.Commands;

/// <summary>The options that say how an export is to be read.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string?> _format = new("--format") { Description = $"What the files are: {string.Join(", ", Kebab<ExportFormat>.Words)}; told by their content where absent." };
    private readonly Option<string[]> _columns = new("--column") { Description = "For any table: which column is which, such as \"name=Full name\"; may be given several times." };
    private readonly Option<string[]> _constants = new("--set") { Description = "For any table: a text for every row, such as \"kind=media\"; may be given several times." };
    private readonly Option<string?> _map = new("--map") { Description = "For any table: a YAML file with 'columns', 'set' and 'separator', instead of --column and --set." };
    private readonly Option<string[]> _only = new("--only") { Description = "For the state-media matrix: take in only this typology, such as SC; may be given several times." };
    private readonly Option<string?> _retrieved = new("--retrieved") { Description = "The day on which the list was taken from its source; by the file, its name or its time where absent." };

    public ExportOptions()
    {
        _format.AcceptOnlyFromAmong([.. Kebab<ExportFormat>.Words]);
        // Ten words in the first column would leave the others no room.
        _format.HelpName = "FORMAT";
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_format, _columns, _constants, _map, _only, _retrieved])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="ImportRefusedException">A value is wrong.</exception>
    public ImportOptions Read(ParseResult parsed) => new()
    {
        Format = parsed.GetValue(_format) is { } word && Kebab<ExportFormat>.TryParse(word, out var format) ? format : null,
        Columns = Map(parsed),
        Only = [.. (parsed.GetValue(_only) ?? []).SelectMany(o => o.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        Retrieved = Day(parsed.GetValue(_retrieved)),
    };

    private ColumnMap Map(ParseResult parsed)
    {
        var file = parsed.GetValue(_map);
        var map = file is null ? ColumnMap.Empty : ColumnMap.OfYaml(file, File.ReadAllText(file));
        return map.With(parsed.GetValue(_columns) ?? [], parsed.GetValue(_constants) ?? []);
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ImportRefusedException($"--retrieved '{text}' is not a day; write it as 2026-11-20.");
}
