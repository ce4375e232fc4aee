using System.Text.Json;
using System.Text.RegularExpressions;

namespace LabelService.Browser.Tests;

/// <summary>English and Russian are equal: nothing is said in one and not in the other.</summary>
public sealed partial class LanguageTests(Site site)
{
    private static readonly string[] Forms = [".one", ".few", ".many", ".other"];

    [Fact]
    public void Has_every_text_in_both_languages_with_the_same_places()
    {
        var (english, russian) = (Strings("en"), Strings("ru"));

        Assert.Equal(Keys(english).Order(), Keys(russian).Order());
        foreach (var key in Keys(english))
        {
            var (one, other) = (FormsOf(english, key), FormsOf(russian, key));
            Assert.All(one.Concat(other), text => Assert.False(string.IsNullOrWhiteSpace(text), key));
            Assert.True(Places(one).SetEquals(Places(other)), $"{key}: the places differ between the languages");
        }
    }

    [Fact]
    public void Has_all_plural_forms_that_each_language_needs()
    {
        AssertForms(Strings("en"), [".one", ".other"]);
        AssertForms(Strings("ru"), [".one", ".few", ".many", ".other"]);
    }

    [Fact]
    public void Has_a_text_for_every_key_that_page_and_scripts_name()
    {
        var known = Keys(Strings("en")).ToHashSet(StringComparer.Ordinal);

        var named = Sources().SelectMany(NamedKeys).Distinct().ToList();

        Assert.True(named.Count > 60, $"only {named.Count} keys found: the search itself is broken");
        Assert.Subset(known, named.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>At the desk it is called by a name, not by the rule file's word.</summary>
    [Fact]
    public void Names_all_that_the_rules_of_the_repository_ask_for()
    {
        var asked = Directory.EnumerateFiles(Repository.Of("rules", "packs"), "pack.yaml", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines).Select(line => line.Trim().TrimStart('-').Trim())
            .Where(line => line.StartsWith("disclosure:", StringComparison.Ordinal)).Select(line => "desk.type." + line["disclosure:".Length..].Trim()).ToHashSet(StringComparer.Ordinal);

        Assert.True(asked.Count > 20, $"only {asked.Count} found: the search itself is broken");
        Assert.Subset(Keys(Strings("en")).ToHashSet(StringComparer.Ordinal), asked);
    }

    [Fact]
    public void Writes_no_text_of_its_own_outside_the_two_files()
    {
        var cyrillic = Sources().Where(source => !source.Path.EndsWith("samples.js", StringComparison.Ordinal))
            .Where(source => Cyrillic().IsMatch(source.Text.Replace("Русский", "", StringComparison.Ordinal)));

        Assert.Empty(cyrillic.Select(source => source.Path));
    }

    [Fact]
    public async Task Follows_the_browsers_language()
    {
        var page = await site.OpenAsync("ru");

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(page.Verdict()).ToContainTextAsync("Соответствует");
        await Expect(page.Locator("#panel-findings")).ToContainTextAsync("Источник: Росбалт");
        await Expect(page.Cards("present").First).ToContainTextAsync("включает");
    }

    [Fact]
    public async Task Switches_without_losing_what_was_typed_and_remembers()
    {
        var page = await site.OpenAsync();
        await page.Body().FillAsync("Nothing but a line of my own.");

        await page.GetByRole(AriaRole.Button, new() { Name = "RU", Exact = true }).ClickAsync();

        await Expect(page.Verdict()).ToContainTextAsync("Соответствует");
        await Expect(page.Body()).ToHaveValueAsync("Nothing but a line of my own.");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(page.Verdict()).ToContainTextAsync("Соответствует");
    }

    [Fact]
    public async Task Leaves_no_key_unwritten_on_any_part_of_the_page()
    {
        foreach (var language in new[] { "en", "ru" })
        {
            var page = await site.OpenAsync(language);
            await page.TryAsync("noNotice");
            await page.SeesVerdictAsync("action-required");
            foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
            {
                await page.ChooseTabAsync(tab);
                var text = await page.Locator("body").InnerTextAsync();
                Assert.DoesNotMatch(@"\b(status|verdict|type|tab|finding|evidence|place|role|form|kind)\.[a-z]", text);
            }
        }
    }

    private static void AssertForms(Dictionary<string, string> strings, string[] needed)
    {
        foreach (var stem in strings.Keys.Where(IsForm).Select(Stem).Distinct())
        {
            Assert.Equal(needed.Order(), Forms.Where(form => strings.ContainsKey(stem + form)).Order());
        }
    }

    private static IEnumerable<string> NamedKeys((string Path, string Text) source) => source.Path.EndsWith(".js", StringComparison.Ordinal)
        ? ScriptKeys().Matches(source.Text).Select(m => m.Groups[1].Value)
        : ViewKeys().Matches(source.Text).Select(m => m.Groups[1].Value);

    private static List<(string Path, string Text)> Sources() =>
    [
        .. Directory.GetFiles(Repository.Of("src", "LabelService.Web", "wwwroot", "playground", "js"), "*.js")
            .Concat(Directory.GetFiles(Repository.Of("src", "LabelService.Web", "Views"), "*.cshtml", SearchOption.AllDirectories))
            .Select(path => (path, File.ReadAllText(path))),
    ];

    /// <summary>Those that the browser gets, and those of the pages that only the server writes.</summary>
    private static Dictionary<string, string> Strings(string language) => Directory
        .GetFiles(Repository.Of("src", "LabelService.Web", "Texts"), $"*.{language}.json")
        .Prepend(Repository.Of("src", "LabelService.Web", "wwwroot", "playground", "strings", language + ".json"))
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> Keys(Dictionary<string, string> strings) => strings.Keys.Select(Stem).Distinct();

    private static List<string> FormsOf(Dictionary<string, string> strings, string key) =>
        [.. strings.Where(s => Stem(s.Key) == key).Select(s => s.Value)];

    private static HashSet<string> Places(IEnumerable<string> texts) => [.. texts.SelectMany(text => Place().Matches(text)).Select(m => m.Value)];

    private static bool IsForm(string key) => Forms.Any(form => key.EndsWith(form, StringComparison.Ordinal));

    private static string Stem(string key) => Forms.FirstOrDefault(form => key.EndsWith(form, StringComparison.Ordinal)) is { } form ? key[..^form.Length] : key;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<![.\w])(?:t|count|strings\.t|strings\.count)\('([\w.-]+)'")]
    private static partial Regex ScriptKeys();

    [GeneratedRegex(@"\st(?:-[\w-]+)?=""([\w.-]+)""")]
    private static partial Regex ViewKeys();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
