using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LabelService.Engine.Model;
using LabelService.Workflow;
using YamlDotNet.Core;

namespace LabelService.Cli.Tests.Messages;

/// <summary>
/// Whoever adds or rewords a message without its Russian fails here: the formats are read out of the compiled engine, workflow and
/// command line, so a message that no test ever triggers counts too.
/// </summary>
public sealed partial class MessageCatalogueTests
{
    private static readonly ToldFormats Said =
        ToldFormats.Of(typeof(Told).Assembly, typeof(StartRefusedException).Assembly, Assembly.Load("labels"));

    private static readonly Dictionary<string, Dictionary<string, string>> Catalogue = ReadCatalogue();

    [Fact]
    public void Holds_the_Russian_of_every_message() => AssertNone(string.Join('\n', Said.Formats.Except(Catalogue["messages"].Keys)));

    [Fact]
    public void Holds_nothing_that_is_never_said() => AssertNone(string.Join('\n', Catalogue["messages"].Keys.Except(Said.Formats)));

    /// <summary>Such a message has no format to translate: write it as an interpolated string, or as Told.FromText where a library speaks.</summary>
    [Fact]
    public void Finds_no_message_made_of_a_string_at_run_time() => AssertNone(string.Join('\n', Said.MadeAtRunTime));

    /// <summary>Tells all of them: a list is cut off.</summary>
    private static void AssertNone(string found) => Assert.True(found.Length == 0, found);

    [Fact]
    public void Says_in_Russian_all_that_fills_the_English() =>
        Assert.Empty(Catalogue["messages"].Where(m => !Holes(m.Key).SetEquals(Holes(m.Value))).Select(m => m.Key));

    [Fact]
    public void Gives_three_words_wherever_a_number_asks_for_one() =>
        Assert.All(Catalogue["messages"].Values.SelectMany(v => Words().Matches(v)), m => Assert.Equal(3, m.Groups[1].Value.Split('|').Length));

    [Fact]
    public void Translates_only_sentences_that_the_YAML_library_writes()
    {
        var library = File.ReadAllBytes(typeof(YamlException).Assembly.Location);

        Assert.All(Catalogue["libraries"].Keys, k => Assert.True(
            library.AsSpan().IndexOf(Encoding.Unicode.GetBytes(k.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal))) > 0, k));
    }

    [Fact]
    public void Reads_the_formats_of_this_very_test()
    {
        _ = Sample(3, DateTime.UnixEpoch.ToString(CultureInfo.InvariantCulture));
        var own = ToldFormats.Of(typeof(MessageCatalogueTests).Assembly);

        Assert.Superset(new HashSet<string>(["{0} of {1} {{braces}}", "inner {0}", "a bare literal"]), own.Formats);
        Assert.Contains(own.MadeAtRunTime, m => m.EndsWith(nameof(Sample), StringComparison.Ordinal));
    }

    private static Told[] Sample(int number, string atRunTime) =>
        [$"{number} of {(number > 2 ? (Told)$"inner {number}" : "a bare literal")} {{braces}}", atRunTime];

    private static HashSet<string> Holes(string format) =>
        [.. Hole().Matches(format.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal)).Select(m => m.Groups[1].Value)];

    private static Dictionary<string, Dictionary<string, string>> ReadCatalogue()
    {
        using var stream = typeof(Told).Assembly.GetManifestResourceStream("messages.ru.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
    }

    [GeneratedRegex(@"\{([0-9]+)[:}]")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{[0-9]+:([^}]*)\}")]
    private static partial Regex Words();
}
