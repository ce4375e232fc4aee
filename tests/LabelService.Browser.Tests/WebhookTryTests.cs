using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The page on which receivers are tried, in every language, theme and width, with and without script.</summary>
public sealed class WebhookTryTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("ru", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    public async Task Makes_a_request_and_looks_at_it(string language, ColorScheme scheme)
    {
        var name = $"{language}-{scheme}".ToLowerInvariant();
        var page = await EnterAsync(name, language, scheme);
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            var look = new Look(page, $"{name}-{width}-hooks", width);
            await page.GotoAsync($"{newsroom.Address}webhooks");
            await page.Locator("a[href='/webhooks/try']").ClickAsync();
            await look.AtAsync("try");
            await page.Locator("form[action='/webhooks/try/request#made'] .primary").ClickAsync();
            await Expect(page.Locator("#command")).ToContainTextAsync("curl -i 'http://localhost:8080/labels'");
            await look.AtAsync("made");
            await CheckAsync(page);
            await Expect(page.Locator("#verdict.done [data-code=fits]")).ToBeVisibleAsync();
            await look.AtAsync("holds");
            await page.Locator("#body").FillAsync("{}");
            await page.Locator("#timestamp").FillAsync("1700000000");
            await CheckAsync(page);
            await Expect(page.Locator("#verdict.form-fault li")).ToHaveCountAsync(2);
            await look.AtAsync("fails");
        }
    }

    [Fact]
    public async Task Works_without_script()
    {
        var page = await EnterAsync("plain", "en", ColorScheme.Light, script: false);
        await page.GotoAsync($"{newsroom.Address}webhooks/try");
        await page.Locator("form[action='/webhooks/try/request#made'] .primary").ClickAsync();
        await CheckAsync(page);
        await Expect(page.Locator("#verdict [data-code=fits]")).ToBeVisibleAsync();
    }

    private static Task CheckAsync(IPage page) => page.Locator("form[action='/webhooks/try/check#check'] .primary").ClickAsync();

    private Task<IPage> EnterAsync(string name, string language, ColorScheme scheme, bool script = true)
    {
        Assert.SkipWhen(Chromium.Path is null, "No Chromium on this machine; as root: apt-get install chromium");
        return newsroom.StaffOf(site).JoinsAsync($"hooks-{name}@example.org", "Мария Константинопольская", "administrator", language, 1280, scheme, script);
    }
}
