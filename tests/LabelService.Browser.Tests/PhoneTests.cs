namespace LabelService.Browser.Tests;

/// <summary>A phone of 360 pixels.</summary>
public sealed class PhoneTests(Site site)
{
    [Theory]
    [InlineData("en", 360)]
    [InlineData("ru", 360)]
    [InlineData("en", 320)]
    [InlineData("ru", 768)]
    public async Task Never_scrolls_sideways(string language, int width)
    {
        var page = await site.OpenAsync(language, width: width, height: 740);
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.Locator("#fields summary").ClickAsync();

        foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
        {
            await page.ChooseTabAsync(tab);
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{tab}: {wide} pixels wide");
        }
    }

    [Fact]
    public async Task Gives_fingers_enough_to_hit()
    {
        var page = await site.OpenAsync(width: 360, height: 740);
        await page.SeesVerdictAsync("compliant");

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, input, select, summary, a.head-link')]
              .filter((e) => e.checkVisibility() && !e.classList.contains('unseen'))
              .map((e) => [e, e.closest('label')?.getBoundingClientRect() ?? e.getBoundingClientRect()])
              .filter(([, box]) => box.height < 24 || box.width < 24)
              .map(([e]) => e.id || e.className || e.textContent)
            """);

        Assert.Empty(small);
    }
}
