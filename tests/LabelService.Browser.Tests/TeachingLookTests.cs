using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The dashboard in every language, theme and width: with a month behind it, and with nothing yet.</summary>
public sealed class TeachingLookTests(Site site, TaughtNewsroom taught, Newsroom fresh) : IClassFixture<TaughtNewsroom>, IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("en", ColorScheme.Dark, 360)]
    [InlineData("en", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 1280)]
    [InlineData("ru", ColorScheme.Dark, 1280)]
    public async Task Finds_no_violation(string language, ColorScheme scheme, int width)
    {
        var name = $"{language}-{scheme}-{width}".ToLowerInvariant();
        var page = await new Staff(site, taught.Address).JoinsAsync($"l-{name}@example.org", "Мария Константинопольская", "rule-author", language, width, scheme);
        var look = new Look(page, $"{name}-teaching", width);
        await taught.BrakedAsync(page);
        await look.AtAsync("queue");
        await page.GotoAsync($"{taught.Address}dashboard");
        await page.Locator("html[data-charts=drawn]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await look.AtAsync("dashboard");
        await page.EvaluateAsync("() => { for (const numbers of document.querySelectorAll('details.numbers')) numbers.open = true; }");
        await look.AtAsync("unfolded");
        await page.Locator(".lift input[name=reason]").FillAsync("   ");
        await page.Locator(".lift button").ClickAsync();
        await Expect(page.Locator("[data-code=reason-needed]")).ToBeVisibleAsync();
        await look.AtAsync("refused");
        await page.Context.CloseAsync();
        var empty = await fresh.StaffOf(site).JoinsAsync($"e-{name}@example.org", "Мария Константинопольская", "moderator", language, width, scheme);
        await empty.GotoAsync($"{fresh.Address}dashboard");
        await new Look(empty, $"{name}-teaching", width).AtAsync("empty");
    }
}
