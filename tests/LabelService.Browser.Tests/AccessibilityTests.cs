using System.Text.Json;

namespace LabelService.Browser.Tests;

/// <summary>What axe-core can find, it must not find: both languages, both themes, every part of the page.</summary>
public sealed class AccessibilityTests(Site site)
{
    private static readonly string Axe = Repository.Of("tests", "LabelService.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    public async Task Finds_no_violation(string language, ColorScheme scheme, int width)
    {
        Assert.SkipWhen(!File.Exists(Axe), "axe-core is missing; run: npm ci --prefix tests/LabelService.Browser.Tests");
        var page = await site.OpenAsync(language, scheme, width);
        await page.SeesVerdictAsync("compliant");
        await AuditAsync(page, "sample");
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.Locator("#fields summary").ClickAsync();
        foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
        {
            await page.ChooseTabAsync(tab);
            await AuditAsync(page, tab);
        }

        await page.Locator("#day-unknown").CheckAsync();
        await page.SeesVerdictAsync("needs-review");
        await AuditAsync(page, "unknown day");
        await page.Locator("#f-jurisdictions").FillAsync("Atlantis");
        await page.Locator("#problem [role=alert]").WaitForAsync();
        await AuditAsync(page, "problem");
        await page.Locator("#clear").ClickAsync();
        await AuditAsync(page, "empty");
    }

    [Theory]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 1280)]
    public async Task Finds_no_violation_on_the_pages_about_registers(string language, ColorScheme scheme, int width)
    {
        Assert.SkipWhen(!File.Exists(Axe), "axe-core is missing; run: npm ci --prefix tests/LabelService.Browser.Tests");
        var page = await site.BlankAsync(language, scheme, width);
        foreach (var path in new[] { "", "?q=Травкиным", "?q=Zimin", "?day=x", "/xx-invented/xx:travkin", "/xx-invented/xx:quiet-reef", "/xx-invented/xx:nobody" })
        {
            await page.GotoAsync($"{site.Address}registries{path}");
            await AuditAsync(page, path);
        }

        await page.GotoAsync($"{site.Address}registries");
        await page.TryTextAsync(InventedRegister.Sentence);
        await AuditAsync(page, "tried");
        await page.GotoAsync($"http://{Chromium.FarName}:{site.Address.Port}/registries");
        await AuditAsync(page, "locked");
    }

    private static async Task AuditAsync(IPage page, string state)
    {
        // Through the debugger, which a page's policy does not bind.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        var violations = found.EnumerateArray().Select(v =>
            $"{state}: {v.GetProperty("id")}: {v.GetProperty("help")}\n  " + string.Join("\n  ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("html").GetString())));
        Assert.Empty(violations);
    }
}
