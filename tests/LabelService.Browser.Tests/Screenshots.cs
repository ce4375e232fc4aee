namespace LabelService.Browser.Tests;

/// <summary>Pictures to look at, and the one in the README: <c>tests/screenshots.sh</c>. No tests, so they run only when asked for.</summary>
public sealed class Screenshots(Site site)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? Repository.Of("artifacts", "screenshots");

    [Fact(Explicit = true)]
    public async Task Takes_the_picture_of_the_readme()
    {
        var page = await site.OpenAsync(width: 1280, height: 1000);
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.Locator("#changes button").First.WaitForAsync(new() { Timeout = 30_000 });
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Repository.Of("src", "LabelService.Web", "wwwroot", "img", "playground.png") });
    }

    public static MatrixTheoryData<string, ColorScheme, int> Shots => new(["en", "ru"], [ColorScheme.Light, ColorScheme.Dark], [1280, 360]);

    [Theory(Explicit = true)]
    [MemberData(nameof(Shots))]
    public async Task Takes_all_pictures(string language, ColorScheme scheme, int width)
    {
        var name = $"{language}-{scheme}-{width}".ToLowerInvariant();
        var page = await site.OpenAsync(language, scheme, width, width == 360 ? 740 : 900);
        await page.SeesVerdictAsync("compliant");
        await page.Locator("#changes").Locator(":text-matches('.')").First.WaitForAsync(new() { Timeout = 30_000, State = WaitForSelectorState.Attached });
        await ShootAsync(page, name, "sample");
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.Locator("#changes button").First.WaitForAsync(new() { Timeout = 30_000 });
        foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
        {
            await page.ChooseTabAsync(tab);
            await ShootAsync(page, name, tab);
        }
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Shots))]
    public async Task Takes_all_pictures_of_the_registers(string language, ColorScheme scheme, int width)
    {
        var name = $"{language}-{scheme}-{width}".ToLowerInvariant();
        var page = await site.BlankAsync(language, scheme, width, width == 360 ? 740 : 900);
        foreach (var (part, path) in new[] { ("home", ""), ("found", "?q=Травкиным"), ("none", "?q=Zimin"), ("wrong", "?day=x"), ("entity", "/xx-invented/xx:travkin"), ("body", "/xx-invented/xx:quiet-reef") })
        {
            await page.GotoAsync($"{site.Address}registries{path}");
            await ShootAsync(page, name, $"registers-{part}");
        }

        await page.GotoAsync($"{site.Address}registries");
        await page.TryTextAsync(InventedRegister.Sentence);
        await ShootAsync(page, name, "registers-tried");
        await page.GotoAsync($"http://{Chromium.FarName}:{site.Address.Port}/registries");
        await ShootAsync(page, name, "registers-locked");
    }

    private static Task ShootAsync(IPage page, string name, string part) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{part}.png"), FullPage = true });
}
