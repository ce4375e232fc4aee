namespace LabelService.Browser.Tests.Support;

/// <summary>Holds a page to what every page must be: the language asked for, nothing that axe-core finds, no scrolling sideways, nothing too small to hit.</summary>
/// <param name="name">Begins with the language; names the picture where pictures are taken (<c>SCREENSHOTS</c>).</param>
internal sealed class Look(IPage page, string name, int width)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public async Task AtAsync(string part)
    {
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{part}.png"), FullPage = true });
        }

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", name[..2]);
        await page.AuditAsync(part);
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{part}: {wide} pixels wide");
        var small = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('button, select, .nav-link, input:not([type=hidden], [type=checkbox], [type=range], [type=radio], [type=file])')].filter((e) => e.checkVisibility() && Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24).map((e) => e.outerHTML)");
        Assert.Empty(small);
    }
}
