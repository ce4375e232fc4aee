namespace LabelService.Browser.Tests;

/// <summary>Light and dark.</summary>
public sealed class ThemeTests(Site site)
{
    private const string Ground = "() => getComputedStyle(document.body).backgroundColor";

    [Fact]
    public async Task Follows_the_system()
    {
        var dark = await site.OpenAsync(scheme: ColorScheme.Dark);
        var light = await site.OpenAsync(scheme: ColorScheme.Light);

        Assert.Equal("rgb(20, 23, 26)", await dark.EvaluateAsync<string>(Ground));
        Assert.Equal("rgb(243, 240, 233)", await light.EvaluateAsync<string>(Ground));
    }

    [Fact]
    public async Task Obeys_the_switch_and_remembers_it()
    {
        var page = await site.OpenAsync(scheme: ColorScheme.Light);

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        Assert.Equal("rgb(20, 23, 26)", await page.EvaluateAsync<string>(Ground));
        await page.ReloadAsync();

        Assert.Equal("rgb(20, 23, 26)", await page.EvaluateAsync<string>(Ground));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark" })).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Shows_the_labelled_article_in_the_same_colours()
    {
        var page = await site.OpenAsync(scheme: ColorScheme.Dark);

        await page.ChooseTabAsync("labelled");

        // The frame's style sheet comes after its text.
        await Expect(page.Labelled().Locator("body")).ToHaveCSSAsync("background-color", "rgb(28, 32, 36)");
    }
}
