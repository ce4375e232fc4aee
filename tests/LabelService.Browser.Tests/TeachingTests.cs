using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The dashboard as people use it.</summary>
public sealed class TeachingTests(Site site, TaughtNewsroom newsroom) : IClassFixture<TaughtNewsroom>
{
    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Draws_what_its_tables_say_and_copies_it()
    {
        var page = await JoinsAsync("moderator");
        await page.GotoAsync($"{Home}dashboard?days=7");
        await page.Locator("html[data-charts=drawn]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await Expect(page.Locator("canvas[role=img]:visible")).ToHaveCountAsync(5);
        await Expect(page.Locator("canvas[role=img]").First).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^Checks a day\\. \\d+ stored checks"));
        await Expect(page.Locator("#t-checks tbody tr")).ToHaveCountAsync(7);
        await page.Locator("[data-copy=t-checks]").ClickAsync();
        await Expect(page.Locator("#copied")).ToHaveTextAsync("Copied");
        var copied = (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Split('\n');
        Assert.Equal("Day\tCompliant\tAction required\tNeeds review\tAll checks", copied[0]);
        Assert.Equal(8, copied.Length);
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\d\t\\d+\t\\d+\t\\d+\t\\d+$", copied[7]);

        // Another theme, other colours: the charts are drawn again.
        var before = await page.Locator("canvas").First.EvaluateAsync<string>("(canvas) => canvas.toDataURL()");
        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'dark'; }");
        await page.WaitForFunctionAsync("(before) => document.querySelector('canvas').toDataURL() !== before", before);
    }

    [Fact]
    public async Task Is_complete_without_script()
    {
        var page = await JoinsAsync("senior");
        await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        await page.GotoAsync($"{Home}dashboard");

        await Expect(page.Locator("canvas:visible")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-copy]:visible")).ToHaveCountAsync(0);
        await page.Locator(".figure:has(#t-checks) summary").ClickAsync();
        await Expect(page.Locator("#t-checks tbody tr")).ToHaveCountAsync(30);
        await Expect(page.Locator("#t-checks tbody tr").First).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator(".figure:has(#t-upheld) a[download]").ClickAsync());
        Assert.Contains(TaughtNewsroom.Rule, await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_administrators_of_a_brake_until_they_take_it_off()
    {
        var page = await JoinsAsync("administrator");
        await newsroom.BrakedAsync(page);
        await Expect(page.Locator(".braked")).ToContainTextAsync("Moderators upheld 5 of 30 hits (17%); the rule's limit is 60%.");
        await page.Locator(".braked a").ClickAsync();
        await Expect(page.Locator(".brake .state")).ToHaveTextAsync("Step 1: its hits go to review");
        await Expect(page.Locator($"#t-upheld tr:has-text('{TaughtNewsroom.Rule}') .state")).ToBeVisibleAsync();

        await page.Locator(".lift input[name=reason]").FillAsync("   ");
        await page.Locator(".lift button").ClickAsync();
        await Expect(page.Locator("[data-code=reason-needed]")).ToBeVisibleAsync();
        await page.Locator(".lift input[name=reason]").FillAsync("The words of the rule were mended.");
        await page.Locator(".lift button").ClickAsync();
        await Expect(page.Locator(".done")).ToContainTextAsync("The brake is off.");
        await Expect(page.Locator(".brake")).ToHaveCountAsync(0);
        await page.GotoAsync($"{Home}queue");
        await Expect(page.Locator(".braked")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("editor")]
    public async Task Shuts_out_whom_it_does_not_concern(string role)
    {
        var page = await JoinsAsync(role);

        Assert.Equal(403, (await page.GotoAsync($"{Home}dashboard"))!.Status);
        await Expect(page.Locator(".nav a[href='/dashboard']")).ToHaveCountAsync(0);
    }

    private Task<IPage> JoinsAsync(string role) => new Staff(site, Home).JoinsAsync($"t-{role}@example.org", $"Person {role}", role, "en");
}
