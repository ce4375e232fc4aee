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

        Assert.Equal(("newsroom.yaml", "not-a-file"), (Assert.Single(errors).File, errors[0].Code));
        Assert.Equal(["packs/a/pack.yaml"], files.Keys);
    }

    [Fact]
    public async Task Rejects_a_pipe_without_waiting_for_it_and_reads_the_rest()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "there is no mkfifo here");
        Write("packs/a/pack.yaml", "pack: a");
        using (var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", [Path.Combine(_root, "newsroom.yaml"), Path.Combine(_root, "pipe")]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(Path.Combine(_root, "packs/a/cases.yaml"), Path.Combine(_root, "pipe"));
        var folder = new RulesetFolder(_root);

        var look = folder.Fingerprint();
        var (files, errors) = await Task.Run(folder.Read, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal([("newsroom.yaml", "not-a-file"), ("packs/a/cases.yaml", "not-a-file")], errors.Select(e => (e.File, e.Code)).Order());
        Assert.Equal(["packs/a/pack.yaml"], files.Keys);
        Assert.Equal(look, folder.Fingerprint());
    }

    [Fact]
    public void Reads_an_empty_file_and_one_behind_a_link()
    {
        Write("packs/a/pack.yaml", "");
        Write("elsewhere", "title: a");
        File.CreateSymbolicLink(Path.Combine(_root, "newsroom.yaml"), Path.Combine(_root, "elsewhere"));

        var (files, errors) = new RulesetFolder(_root).Read();

        Assert.Empty(errors);
        Assert.Equal(("", "title: a"), (files["packs/a/pack.yaml"], files["newsroom.yaml"]));
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
