using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The moderators' pages in every language, theme and width; and at 200 % zoom, which halves a screen's width.</summary>
public sealed class DeskLookTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Body = "Вчера Лидия Рощинская приехала в город.\n\nС ней был Пётр Травкин, который открыл мост. Фонд «Тихий Риф» дал денег.\n\nПревысокомногорассмотрительствующий абзац без ничего.";
    private static readonly int[] Widths = [360, 1280];

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("ru", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    public async Task Finds_no_violation_on_any_page(string language, ColorScheme scheme)
    {
        var name = $"{language}-{scheme}".ToLowerInvariant();
        var staff = newsroom.StaffOf(site);
        var page = await staff.JoinsAsync($"d-{name}@example.org", "Мария Константинопольская", "moderator", language, 1280, scheme);
        var first = await newsroom.AsksAsync($"look:{name}", $"Мост через бухту открыт: {name}", Body);
        var second = await newsroom.AsksAsync($"look2:{name}", $"Второй мост: {name}", Body);

        await QueueAsync(page, name);
        await OpenAsync(page, name, first);
        await GroupAsync(page, name, first);
        await DecidedAsync(page, name, first);
        var other = await staff.JoinsAsync($"o-{name}@example.org", "Борис Дальнозоркий", "moderator", language);
        await HeldAsync(page, other, name, second);
        foreach (var (part, path) in new[] { ("missing", "queue/none"), ("decided-view", "queue?view=decided"), ("keys", "queue/keys") })
        {
            await page.GotoAsync($"{newsroom.Address}{path}");
            await SeeAsync(page, name, part, isRare: part != "keys");
        }

        await page.Locator("#key-approve").FillAsync("j");
        await page.Locator("main form .primary").ClickAsync();
        await SeeAsync(page, name, "keys-refused", isRare: true);
    }

    private async Task QueueAsync(IPage page, string name)
    {
        await page.GotoAsync($"{newsroom.Address}queue?q=nothing-like-that");
        await SeeAsync(page, name, "empty");
        await page.GotoAsync($"{newsroom.Address}queue?view=escalated");
        await SeeAsync(page, name, "empty-view", isRare: true);
        await page.GotoAsync($"{newsroom.Address}queue");
        await SeeAsync(page, name, "queue");
        await page.GotoAsync($"{newsroom.Address}queue?q=мост&confidenceBelow=0.99");
        await SeeAsync(page, name, "queue-filter");
    }

    private async Task OpenAsync(IPage page, string name, string review)
    {
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await SeeAsync(page, name, "desk");
        foreach (var fold in await page.Locator("details.fold > summary").AllAsync())
        {
            await fold.ClickAsync();
        }

        await page.Locator("[data-part=near-misses]").ClickAsync();
        await Expect(page.Locator("#near-misses a")).ToHaveCountAsync(0);
        await SeeAsync(page, name, "desk-unfolded");
        await page.Locator("button[data-key=help]").ClickAsync();
        await SeeAsync(page, name, "desk-help");
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task GroupAsync(IPage page, string name, string review)
    {
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("[data-key=group]").First.ClickAsync();
        await SeeAsync(page, name, "group");
        await page.Locator("button[data-key=reject]").ClickAsync();
        await SeeAsync(page, name, "group-refused", isRare: true);
    }

    private async Task DecidedAsync(IPage page, string name, string review)
    {
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("[data-key=approve]").First.ClickAsync();
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await SeeAsync(page, name, "half-decided", isRare: true);
        await page.Locator("[data-key=approve]").First.ClickAsync();
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await SeeAsync(page, name, "decided");
    }

    /// <summary>Somebody else has it; and they decide it while one still types.</summary>
    private async Task HeldAsync(IPage page, IPage other, string name, string review)
    {
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await other.GotoAsync($"{newsroom.Address}queue/{review}");
        await SeeAsync(other, name, "held");
        await page.Locator("summary[data-key=reject]").First.ClickAsync();
        await page.Locator("#reason-1-reject").FillAsync("Это другая Лидия, она поёт в хоре.");
        await page.CallAsync("POST", $"/queue/{review}/release");
        await other.ReloadAsync();
        await other.Locator("[data-key=approve-all]").ClickAsync();
        await Expect(other.Locator(".told.done")).ToBeVisibleAsync();
        await page.Locator("[data-fold=reject] button").First.ClickAsync();
        await Expect(page.Locator("#kept-reason")).ToHaveValueAsync("Это другая Лидия, она поёт в хоре.");
        await SeeAsync(page, name, "refused");
    }

    private static async Task SeeAsync(IPage page, string name, string part, bool isRare = false)
    {
        var height = page.ViewportSize!.Height;

        // What is seldom seen is looked at in one width for each theme.
        foreach (var width in isRare ? [name.EndsWith("dark", StringComparison.Ordinal) ? 360 : 1280] : Widths)
        {
            await page.SetViewportSizeAsync(width, height);
            await new Look(page, $"{name}-{width}-desk", width).AtAsync(part);
        }

        await page.SetViewportSizeAsync(640, height);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 640, $"{part} at 200 % zoom");
        await page.SetViewportSizeAsync(1280, height);
    }
}
