using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>Which column of a table is which of ours, and what stands in every row.</summary>
/// <param name="Columns">The table's column by ours, such as <c>name</c> → <c>Full name</c>.</param>
/// <param name="Constants">A text for every row by our column, such as <c>kind</c> → <c>media</c>.</param>
internal sealed record ColumnMap(ImmutableDictionary<string, string> Columns, ImmutableDictionary<string, string> Constants, char Separator = ',')
{
    public static readonly ColumnMap Empty = new(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty);

    public static readonly ImmutableArray<string> Targets =
    [
        "id", "kind", "name", "name_en", "aliases", "quoted_aliases", "domains", "accounts", "country", "listed_from", "listed_until", "order", "source", "notes",
    ];

    public bool IsEmpty => Columns.IsEmpty && Constants.IsEmpty;

    public IEnumerable<string> Sources => Columns.Values;

    public string Value(string target, Cells cells) =>
        Columns.TryGetValue(target, out var source) && cells[source] is { Length: > 0 } value ? value : Constants.GetValueOrDefault(target, "");

    /// <param name="columns">Pairs such as <c>name=Full name</c>.</param>
    /// <param name="constants">Pairs such as <c>kind=media</c>.</param>
    public ColumnMap With(IEnumerable<string> columns, IEnumerable<string> constants) =>
        this with { Columns = Add(Columns, columns, "--column"), Constants = Add(Constants, constants, "--set") };

    /// <summary>A map in YAML: <c>columns</c>, <c>set</c> and <c>separator</c>.</summary>
    public static ColumnMap OfYaml(string file, string yaml)
    {
        try
        {
            var read = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<MapFile?>(yaml) ?? new MapFile();
            var map = Empty.With((read.Columns ?? []).Select(Pair), (read.Set ?? []).Select(Pair));
            return read.Separator is { Length: 1 } one ? map with { Separator = one[0] } : map;
        }
        catch (YamlException error)
        {
            throw new ImportRefusedException($"{file}:{error.Start.Line}:{error.Start.Column}: {error.Message} Right would be: columns: {{ name: Full name, listed_from: Added }}, set: {{ kind: media }}, separator: ';'.");
        }
    }

    public ColumnMap Checked()
    {
        string[] needed = ["name", "listed_from"];
        return needed.FirstOrDefault(n => !Columns.ContainsKey(n) && !Constants.ContainsKey(n)) is { } missing
            ? throw new ImportRefusedException($"the column map says nothing of '{missing}'; add --column \"{missing}=the table's column\" or --set \"{missing}=a text for all rows\".")
            : this;
    }

    private static string Pair(KeyValuePair<string, string> pair) => $"{pair.Key}={pair.Value}";

    private static ImmutableDictionary<string, string> Add(ImmutableDictionary<string, string> map, IEnumerable<string> pairs, string option)
    {
        foreach (var pair in pairs)
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !Targets.Contains(parts[0]) || parts[1].Length == 0)
            {
                throw new ImportRefusedException($"{option} '{pair}' is not column=text with one of our columns ({string.Join(", ", Targets)}), such as {option} \"name=Full name\".");
            }

            map = map.SetItem(parts[0], parts[1]);
        }

        return map;
    }

    private sealed class MapFile
    {
        public Dictionary<string, string>? Columns { get; set; }

        public Dictionary<string, string>? Set { get; set; }

        public string? Separator { get; set; }
    }
}
