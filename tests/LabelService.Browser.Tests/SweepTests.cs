using System.Net.Http.Json;
using System.Text.Json;
using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Sweeps as a senior sees them: what a register did, the say over it, in every language, theme and width.</summary>
public sealed class SweepTests(Site site, CarefulNewsroom newsroom) : IClassFixture<CarefulNewsroom>
{
    private Uri Home => newsroom.Address;

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    public async Task Confirms_what_a_register_changes_and_finds_no_violation(string language, ColorScheme scheme)
    {
        var paper = $"The Quiet Herald of {language}";
        var page = await new Staff(site, Home, "*").JoinsAsync($"sweep-{language}@example.org", "Мария Константинопольская", "senior", language, 1280, scheme);
        for (var i = 0; i < 3; i++)
        {
            using var answer = await newsroom.Cms.PostAsJsonAsync("v1/checks", new { article = new { externalId = $"quiet-{language}-{i}", language = "en", title = "A bridge", body = $"The bridge was opened.\n\nSource: {paper}" } }, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        await newsroom.ListAsync(paper);
        await UntilAsync(async () =>
        {
            await page.GotoAsync($"{Home}sweeps");
            return await page.Locator("li.sheet", new() { HasText = paper }).Locator(".state[data-state=open]").CountAsync() == 1;
        });
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            var look = new Look(page, $"{language}-{scheme.ToString().ToLowerInvariant()}-{width}-sweeps", width);
            await page.GotoAsync($"{Home}sweeps");
            await look.AtAsync("list");
            await page.Locator("h2 a", new() { HasText = paper }).ClickAsync();
            await look.AtAsync("waiting");
        }

        Assert.Empty(await ToldAsync(language));
        await page.Locator("form[action$='/confirm'] button").ClickAsync();
        await Expect(page.Locator(".done[role=status]")).ToBeVisibleAsync();
        await UntilAsync(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator(".state[data-state=good]").CountAsync() == 1;
        });
        await new Look(page, $"{language}-{scheme.ToString().ToLowerInvariant()}-1280-sweeps", 1280).AtAsync("done");
        Assert.Equal(3, (await ReviewsAsync(language)).Length);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='results.csv']").ClickAsync());
        Assert.Contains($"quiet-{language}-2", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_as_a_dry_run_and_is_not_for_moderators()
    {
        var page = await new Staff(site, Home, "*").JoinsAsync("sweep-dry@example.org", "Старшая", "senior");
        await page.GotoAsync($"{Home}sweeps");
        await page.Locator("form[action='/sweeps'] button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sweeps/swp_"));
        await Expect(page.GetByText("пробная")).ToBeVisibleAsync();

        var moderator = await newsroom.StaffOf(site).JoinsAsync("sweep-no@example.org", "Модератор", "moderator");
        Assert.Equal(403, (await moderator.GotoAsync($"{Home}sweeps"))!.Status);
    }

    private async Task<JsonElement[]> ToldAsync(string language) => [.. (await EventsAsync(language)).Where(e => e.GetProperty("type").GetString() is "labels.changed" or "review.opened")];

    private async Task<JsonElement[]> ReviewsAsync(string language) => [.. (await EventsAsync(language)).Where(e => e.GetProperty("type").GetString() == "review.opened")];

    private async Task<IEnumerable<JsonElement>> EventsAsync(string language) =>
        (await newsroom.ChangesAsync()).GetProperty("events").EnumerateArray().Where(e => e.GetProperty("externalId").GetString()!.StartsWith($"quiet-{language}", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 100, "The page does not come to show it.");
            await Task.Delay(200);
        }
    }
}
