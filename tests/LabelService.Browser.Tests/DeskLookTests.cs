using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The moderators' pages in every language, theme and width.</summary>
public sealed class DeskLookTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 1280)]
    public async Task Finds_no_violation_on_any_page(string language, ColorScheme scheme, int width)
    {
        var name = $"{language}-{scheme}-{width}".ToLowerInvariant();
        var page = await new Staff(site, newsroom.Address).JoinsAsync($"d-{name}@example.org", "Мария Константинопольская", "moderator", language, width, scheme);
        var look = new Look(page, $"{name}-desk", width);
        await page.GotoAsync($"{newsroom.Address}queue?q=nothing-like-that");
        await look.AtAsync("empty");
        const string Body = "Вчера Лидия Рощинская приехала в город.\n\nС ней был Пётр Травкин, который открыл мост. Фонд «Тихий Риф» дал денег.\n\nПревысокомногорассмотрительствующий абзац без ничего.";
        var review = await newsroom.AsksAsync($"look:{name}", $"Мост через бухту открыт: {name}", Body);
        await newsroom.AsksAsync($"look2:{name}", $"Второй мост: {name}", Body);
        await page.GotoAsync($"{newsroom.Address}queue");
        await look.AtAsync("queue");
        await page.GotoAsync($"{newsroom.Address}queue?q=мост&confidenceBelow=0.99");
        await look.AtAsync("queue-filter");
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await look.AtAsync("desk");
        foreach (var fold in await page.Locator("details.fold > summary").AllAsync())
        {
            await fold.ClickAsync();
        }

        await page.Locator("[data-part=near-misses]").ClickAsync();
        await look.AtAsync("desk-unfolded");
        await page.Locator("[data-key=help]").ClickAsync();
        await look.AtAsync("desk-help");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-key=group]").First.ClickAsync();
        await look.AtAsync("group");
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("[data-key=approve]").First.ClickAsync();
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await look.AtAsync("decided");
        foreach (var (part, path) in new[] { ("missing", "queue/none"), ("decided-view", "queue?view=decided"), ("keys", "queue/keys") })
        {
            await page.GotoAsync($"{newsroom.Address}{path}");
            await look.AtAsync(part);
        }
    }
}
