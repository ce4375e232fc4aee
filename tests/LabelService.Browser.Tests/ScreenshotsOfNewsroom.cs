using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The README's pictures of the pages for people: <c>tests/screenshots.sh</c>. No tests, so they run only when asked for.</summary>
public sealed class ScreenshotsOfNewsroom(Site site, Newsroom newsroom, TaughtNewsroom taught) : IClassFixture<Newsroom>, IClassFixture<TaughtNewsroom>
{
    private const string Body =
        "The ice has left the bay, the harbour master said on Monday.\n\nВчера Лидия Рощинская приехала в город и открыла мост через бухту. С ней был Пётр Травкин.\n\n"
        + "Ships are expected from next week. Фонд «Тихий Риф» дал денег на ремонт причала.";

    [Fact(Explicit = true)]
    public async Task Takes_the_pictures_of_the_readme()
    {
        var page = await newsroom.StaffOf(site).JoinsAsync("pictures@example.org", "Maria Vetrova", "moderator", "en");
        var first = await newsroom.AsksAsync("picture:1", "The bridge over the bay is open", Body);
        foreach (var title in (string[])["Ice leaves the bay", "A day at the harbour", "Who pays for the pier"])
        {
            await newsroom.AsksAsync($"picture:{title}", title);
        }

        await page.GotoAsync($"{newsroom.Address}queue");
        await ShootAsync(page, "queue");
        await page.GotoAsync($"{newsroom.Address}queue/{first}");
        await ShootAsync(page, "desk");
        var administrator = await site.BlankAsync("en", ColorScheme.Light, 1280);
        await administrator.SignInAsync(taught.Address);
        await taught.BrakedAsync(administrator);
        await administrator.GotoAsync($"{taught.Address}dashboard");
        await administrator.Locator("canvas").First.WaitForAsync();
        await administrator.WaitForTimeoutAsync(1000);
        await ShootAsync(administrator, "dashboard");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.SetViewportSizeAsync(1280, 1000);
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Repository.Of("src", "LabelService.Web", "wwwroot", "img", $"{name}.png") });
    }
}
