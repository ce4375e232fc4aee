using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The pages around the queue, and the public form for corrections, in every language, theme and width.</summary>
public sealed class AuditLookTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly (string Part, string Path)[] Pages =
    [
        ("corrections", "queue/corrections"), ("corrections-closed", "queue/corrections?view=closed"), ("holds", "queue/holds"), ("routing", "queue/routing"),
        ("audit", "audit"), ("audit-none", "audit?subject=nothing"), ("settings", "settings"), ("remembered", "queue/remembered"), ("webhooks", "webhooks"),
    ];

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("ru", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    public async Task Finds_no_violation_on_any_page(string language, ColorScheme scheme)
    {
        var name = $"{language}-{scheme}".ToLowerInvariant();
        var page = await newsroom.StaffOf(site).JoinsAsync($"a-{name}@example.org", "Мария Константинопольская", "administrator", language, 1280, scheme);
        await newsroom.AsksAsync($"audit:{name}", "Мост через бухту открыт");
        await SendAsync(page, "https://example.org/no-such-article-with-a-long-address/0123456789012345678901234567890123456789");
        var form = await DisputeAsync(page);
        foreach (var width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            var look = new Look(page, $"{name}-{width}-newsroom", width);
            foreach (var (part, path) in Pages)
            {
                await page.GotoAsync($"{newsroom.Address}{path}");
                await look.AtAsync(part);
            }

            await page.GotoAsync(form);
            await look.AtAsync("holds-form");
            await page.GotoAsync($"{newsroom.Address}audit?what=hold.set");
            await page.Locator("details > summary").First.ClickAsync();
            await look.AtAsync("audit-data");
            await page.Locator("form[action='/audit/verify'] button").ClickAsync();
            await Expect(page.Locator(".done[role=status]")).ToBeVisibleAsync();
            await look.AtAsync("audit-verified");
        }
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    public async Task Finds_no_violation_on_what_readers_see(string language, ColorScheme scheme)
    {
        var page = await site.BlankAsync(language, scheme, 360);
        await SendAsync(page, "https://example.org/a", async () =>
        {
            await page.Locator("#url").FillAsync("nothing");
            await page.Locator("form").EvaluateAsync("form => form.noValidate = true");
            await page.Locator("form button").ClickAsync();
            await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
            await AuditAsync("correction-refused");
        });
        await AuditAsync("correction-received");

        async Task AuditAsync(string part)
        {
            await page.AuditAsync(part);
            if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } pictures)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{language}-{part}.png"), FullPage = true });
            }

            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 360, part);
        }
    }

    /// <summary>As a reader does, from the page of a label.</summary>
    private async Task SendAsync(IPage page, string url, Func<Task>? before = null)
    {
        await page.GotoAsync($"{newsroom.Address}about");
        await page.Locator("main li a").First.ClickAsync();
        await page.Locator("a[href*='/correction']").ClickAsync();
        if (before is not null)
        {
            await before();
        }

        await page.Locator("#url").FillAsync(url);
        await page.Locator("#text").FillAsync("В статье речь идёт об однофамильце, а реестр включает другого человека.");
        await page.Locator("form button").ClickAsync();
        await page.WaitForURLAsync("**/about/corrections/**");
    }

    /// <summary>From an entry of a register, with one word in the form that is too short, and then a right one.</summary>
    /// <returns>The form's address.</returns>
    private async Task<string> DisputeAsync(IPage page)
    {
        await page.GotoAsync($"{newsroom.Address}registries?q=а");
        await page.Locator("main a[href^='/registries/']").First.ClickAsync();
        await page.Locator("a[href^='/queue/holds?entity=']").ClickAsync();
        var form = page.Url;
        await page.Locator("#reason").FillAsync("Суд рассматривает жалобу на включение.");
        await page.Locator("main form .primary").ClickAsync();
        await Expect(page.Locator(".done[role=status], #fault")).ToBeVisibleAsync();
        return form;
    }
}
