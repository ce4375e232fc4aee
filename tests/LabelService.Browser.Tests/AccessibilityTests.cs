namespace LabelService.Browser.Tests;

/// <summary>What axe-core can find, it must not find: both languages, both themes, every part of the page.</summary>
public sealed class AccessibilityTests(Site site)
{
    [Theory]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    public async Task Finds_no_violation(string language, ColorScheme scheme, int width)
    {
        var page = await site.OpenAsync(language, scheme, width);
        await page.SeesVerdictAsync("compliant");
        await page.AuditAsync("sample");
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.Locator("#fields summary").ClickAsync();
        foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
        {
            await page.ChooseTabAsync(tab);
            await page.AuditAsync(tab);
        }

        await page.Locator("#day-unknown").CheckAsync();
        await page.SeesVerdictAsync("needs-review");
        await page.AuditAsync("unknown day");
        await page.Locator("#f-jurisdictions").FillAsync("Atlantis");
        await page.Locator("#problem [role=alert]").WaitForAsync();
        await page.AuditAsync("problem");
        await page.Locator("#clear").ClickAsync();
        await page.AuditAsync("empty");
    }

    [Theory]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 1280)]
    public async Task Finds_no_violation_on_the_pages_about_registers(string language, ColorScheme scheme, int width)
    {
        var page = await site.BlankAsync(language, scheme, width);
        foreach (var path in new[] { "", "?q=Травкиным", "?q=Zimin", "?day=x", "/xx-invented/xx:travkin", "/xx-invented/xx:quiet-reef", "/xx-invented/xx:nobody" })
        {
            await page.GotoAsync($"{site.Address}registries{path}");
            await page.AuditAsync(path);
        }

        await page.GotoAsync($"{site.Address}registries");
        await page.TryTextAsync(InventedRegister.Sentence);
        await page.AuditAsync("tried");
        await page.GotoAsync($"http://{Chromium.FarName}:{site.Address.Port}/registries");
        await page.AuditAsync("locked");
    }
}
