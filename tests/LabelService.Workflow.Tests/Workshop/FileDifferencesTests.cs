using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Tests.Workshop;

public sealed class FileDifferencesTests
{
    [Fact]
    public void Shows_a_changed_line_with_what_stands_around_it_and_leaves_the_rest_out()
    {
        var before = string.Join('\n', Enumerable.Range(1, 20));
        var after = before.Replace("\n10\n", "\nten\n", StringComparison.Ordinal);

        var lines = Assert.Single(FileDifferences.Of(Pack(before), Pack(after))).Lines;

        Assert.Contains(lines, l => l is { Kind: LineKind.Removed, Text: "10" });
        Assert.Contains(lines, l => l is { Kind: LineKind.Added, Text: "ten" });
        Assert.DoesNotContain(lines, l => l.Text is "1" or "20");
        Assert.Contains(lines, l => l.Kind == LineKind.LeftOut);
    }

    [Fact]
    public void Says_nothing_of_files_that_are_the_same() => Assert.Empty(FileDifferences.Of(Pack("a"), Pack("a")));

    [Fact]
    public void Shows_a_new_pack_whole() => Assert.All(Assert.Single(FileDifferences.Of(null, Pack("a\nb"))).Lines.Where(l => l.Text.Length > 0), l => Assert.Equal(LineKind.Added, l.Kind));

    private static PackFiles Pack(string text) => PackFiles.Of("a", new Dictionary<string, string> { ["pack.yaml"] = text }).Value!;
}
