using LabelService.Engine.RuleText;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.RuleText;

/// <summary>What of YAML is not taken, and what is none; the mark shows where the author is sent.</summary>
public sealed class YamlFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "empty", "‸", "the file is empty|begins with a key" },
        { "empty", "‸# only a comment\n", "the file is empty" },
        { "shape", "‸- a\n- b", "a list stands here|mapping of keys to values" },
        { "shape", "‸just words", "'just words' stands here|mapping" },
        { "anchor", "a: ‸&x b", "'&x' names a value for reuse|remove it" },
        { "anchor", "a: ‸*x", "'*x' repeats another value|write the value out" },
        { "tag", "a: ‸!!str b", "is a YAML tag|remove it" },
        { "documents", "a: b\n‸---\nc: d", "a file holds one|remove the '---'" },
        { "key", "{ ‸[a]: b }", "a list stands where a key should|keys are words" },
        { "duplicate-key", "a: b\n‸a: c", "'a' is already set in line 1|keep one" },
        { "yaml", "a: b\n‸\tc: d", "this is not YAML|indent with spaces, not with tabs" },
        { "yaml", "a: b\n‸c", "this is not YAML" },
        { "yaml", "a: [b, c\n‸", "did not find expected ',' or ']'" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string yaml, string words)
    {
        var fault = Fault.In("a.yaml", yaml);
        var errors = new FileErrors();

        YamlFile.Read("a.yaml", fault.Text, errors);

        fault.IsReportedBy(errors.Errors, code, words);
    }

    [Theory]
    [InlineData("too-large", "at most 1048576")]
    [InlineData("yaml", "nested deeper than 32")]
    [InlineData("yaml", "more than 100000 values")]
    public void Reads_no_file_beyond_its_bounds(string code, string words)
    {
        var errors = new FileErrors();
        var yaml = words switch
        {
            "nested deeper than 32" => $"a: {new string('[', 5000)}",
            "more than 100000 values" => $"a: [{string.Join(',', Enumerable.Repeat('b', 100_001))}]",
            _ => new string('#', (1 << 20) + 1),
        };

        Assert.Null(YamlFile.Read("a.yaml", yaml, errors));

        var error = Assert.Single(errors.Errors);
        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_multiplies_what_a_small_file_repeats()
    {
        var bomb = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));
        var errors = new FileErrors();

        YamlFile.Read("a.yaml", bomb, errors);

        Assert.All(errors.Errors, e => Assert.Equal("anchor", e.Code));
        Assert.Equal(41 + 120, errors.Errors.Length);
    }

    [Fact]
    public void Counts_what_it_no_longer_shows()
    {
        var errors = new FileErrors();

        YamlFile.Read("a.yaml", "a: [" + string.Join(',', Enumerable.Repeat("*x", 205)) + "]", errors);

        Assert.Equal(FileErrors.Most + 1, errors.Errors.Length);
        Assert.Contains("5 further errors", errors.Errors[^1].Message, StringComparison.Ordinal);
    }
}
