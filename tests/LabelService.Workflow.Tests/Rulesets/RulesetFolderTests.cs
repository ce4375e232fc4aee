using System.Text;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Tests.Rulesets;

public sealed class RulesetFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rules-folder-").FullName;

    [Fact]
    public void Reads_rule_files_by_relative_path_and_leaves_others()
    {
        Write("packs/a/pack.yaml", "pack: a");
        Write("registries/r.csv", "\uFEFFid,kind");
        Write("README.md", "no rule");

        var (files, errors) = new RulesetFolder(_root).Read();

        Assert.Empty(errors);
        Assert.Equal(["packs/a/pack.yaml", "registries/r.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("id,kind", files["registries/r.csv"]);
    }

    [Fact]
    public void Rejects_a_file_that_is_not_utf8_and_reads_the_rest()
    {
        Write("packs/a/pack.yaml", "pack: a");
        File.WriteAllBytes(Path.Combine(_root, "newsroom.yaml"), Encoding.Latin1.GetBytes("title: é"));

        var (files, errors) = new RulesetFolder(_root).Read();

        Assert.Equal(("newsroom.yaml", "not-utf8"), (Assert.Single(errors).File, errors[0].Code));
        Assert.Equal(["packs/a/pack.yaml"], files.Keys);
    }

    [Fact]
    public void Rejects_a_link_to_what_never_ends_and_reads_the_rest()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no /dev/zero here");
        Write("packs/a/pack.yaml", "pack: a");
        File.CreateSymbolicLink(Path.Combine(_root, "newsroom.yaml"), "/dev/zero");

        var (files, errors) = new RulesetFolder(_root).Read();

        Assert.Equal(("newsroom.yaml", "too-large"), (Assert.Single(errors).File, errors[0].Code));
        Assert.Equal(["packs/a/pack.yaml"], files.Keys);
    }

    [Fact]
    public void Looks_different_after_every_kind_of_change()
    {
        var folder = new RulesetFolder(_root);
        var looks = new List<string> { folder.Fingerprint() };
        Write("packs/a/pack.yaml", "pack: a");
        looks.Add(folder.Fingerprint());
        Write("packs/a/pack.yaml", "pack: ab");
        looks.Add(folder.Fingerprint());
        File.Move(Path.Combine(_root, "packs/a/pack.yaml"), Path.Combine(_root, "packs/a/other.yaml"));
        looks.Add(folder.Fingerprint());

        Assert.Equal(looks.Count, looks.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Rejects_a_folder_that_is_nowhere_and_says_where_it_looked()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => RulesFolderSearch.Find("no-such-rules", _root));

        Assert.Contains(Path.Combine(_root, "no-such-rules"), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "*", "UTC", null)]
    [InlineData("rules", "RU, EU,any", "Europe/Moscow", null)]
    [InlineData("", "*", "UTC", "Rules__Path")]
    [InlineData("rules", "Atlantis", "UTC", "Rules__Jurisdictions")]
    [InlineData("rules", "*", "Mars/Olympus", "Rules__TimeZone")]
    public void Names_the_setting_at_fault(string path, string jurisdictions, string zone, string? setting)
    {
        var fault = new RulesOptions { Path = path, Jurisdictions = jurisdictions, TimeZone = zone }.Fault();

        Assert.Equal(setting is null, fault is null);
        Assert.True(setting is null || fault!.StartsWith(setting, StringComparison.Ordinal), fault);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }
}
