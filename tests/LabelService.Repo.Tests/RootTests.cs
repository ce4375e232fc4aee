using System.Text.RegularExpressions;

namespace LabelService.Repo.Tests;

public partial class RootTests
{
    [Fact]
    public void Keeps_at_the_root_only_what_belongs_there()
    {
        string[] wrong = [.. Repository.Files.Select(file => file.Split('/')[0]).Distinct().Where(name => !Belongs().IsMatch(name))];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Keeps_no_file_above_a_mebibyte()
    {
        string[] wrong = [.. Repository.Files.Where(file => new FileInfo(Repository.PathOf(file)).Length > 1 << 20)];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Keeps_source_files_short()
    {
        string[] wrong = [.. Repository.Files
                .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
                .Where(file => !file.Contains("Migrations/", StringComparison.OrdinalIgnoreCase))
                .Where(file => File.ReadLines(Repository.PathOf(file)).Count() > 350)];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Has_the_namespace_of_a_folder_in_each_of_its_files()
    {
        var wrong = Repository.Files
            .Where(file => file.StartsWith("src/LabelService.", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains("Migrations/", StringComparison.OrdinalIgnoreCase))
            .Select(file => (File: file, Found: Namespace().Match(File.ReadAllText(Repository.PathOf(file))).Groups[1].Value))
            .Where(entry => entry.Found.Length > 0 && entry.Found != Path.GetDirectoryName(entry.File)![4..].Replace('/', '.'));

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^(\..+|LabelService\.sln|src|tests|rules|Dockerfile|README\.md|LICENSE|global\.json|Directory\.\w+\.props|BannedSymbols\.txt|nuget\.config)$")]
    private static partial Regex Belongs();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
