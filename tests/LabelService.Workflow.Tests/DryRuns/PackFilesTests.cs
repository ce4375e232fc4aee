using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Tests.DryRuns;

public sealed class PackFilesTests
{
    [Theory]
    [InlineData("pack: our-house\nversion: 1", "our-house")]
    [InlineData("# a comment\npack: 'ru-age' # another\r\nversion: 1", "ru-age")]
    public void Knows_a_pack_by_the_name_in_its_text(string text, string name) =>
        Assert.Equal(name, PackFiles.Of(new Dictionary<string, string> { ["pack.yaml"] = text }).Value!.Pack);

    [Theory]
    [InlineData("version: 1")]
    [InlineData("pack: Our House")]
    [InlineData("  pack: inner")]
    public void Refuses_a_pack_without_a_name(string text) =>
        Assert.Contains("pack: our-house-style", PackFiles.Of(new Dictionary<string, string> { ["pack.yaml"] = text }).Refusal!.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("../registries/ru-foreign-agents.csv")]
    [InlineData("cases/../../newsroom.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("cases/Case.yaml")]
    [InlineData("cases\\a.yaml")]
    public void Refuses_a_path_outside_of_the_pack(string path) =>
        Assert.True(PackFiles.Of(new Dictionary<string, string> { ["pack.yaml"] = "pack: a", [path] = "" }).IsRefused);

    [Fact]
    public void Refuses_more_than_it_can_hold() =>
        Assert.True(PackFiles.Of(new Dictionary<string, string> { ["pack.yaml"] = "pack: a\n" + new string('#', 1 << 20) }).IsRefused);

    [Fact]
    public void Takes_the_place_of_the_whole_pack_and_of_nothing_else()
    {
        var files = new Dictionary<string, string> { ["packs/a/pack.yaml"] = "old", ["packs/a/cases/gone.yaml"] = "old", ["packs/ab/pack.yaml"] = "other", ["newsroom.yaml"] = "" };
        var candidate = PackFiles.Of("a", new Dictionary<string, string> { ["pack.yaml"] = "new" }).Value!;

        var replaced = CandidateRules.Replace(files, [candidate]);

        Assert.Equal(["newsroom.yaml", "packs/a/pack.yaml", "packs/ab/pack.yaml"], replaced.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("new", replaced["packs/a/pack.yaml"]);
    }
}
