namespace LabelService.Browser.Tests;

/// <summary>The pages of the workshop, of rules and of labels in every language, theme and width.</summary>
public sealed class WorkshopLookTests(Site site)
{
    [Theory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 1280)]
    public async Task Finds_no_violation_on_any_page(string language, ColorScheme scheme, int width)
    {
        var name = $"{language}-{scheme}-{width}".ToLowerInvariant();
        var page = await new Staff(site, site.Address).JoinsAsync($"w-{name}@example.org", "Мария Константинопольская", "rule-author", language, width, scheme);
        var look = new Look(page, name, width);
        foreach (var (part, path) in new[] { ("rules", "rules"), ("rules-none", "rules?q=nothing-like-that"), ("rule", "rules/ru.foreign-agent.material"), ("rule-unknown", "rules/no.such.rule"), ("workshop", "workshop"), ("reports", "workshop/reports"), ("missing", "workshop/drafts/none") })
        {
            await page.GotoAsync($"{site.Address}{path}");
            await look.AtAsync(part);
        }

        await page.GotoAsync($"{site.Address}workshop");
        await page.Locator("#name").FillAsync($"look-{name}");
        await page.Locator("#name").PressAsync("Enter");
        await page.Locator("#bench[data-ready]").WaitForAsync();
        await page.Locator("#inspection").WaitForAsync();
        await page.Locator("#sample-body").FillAsync("The bridge was opened on Monday.");
        await page.Locator("#sample-attributes").FillAsync("partner: Reef Ltd");
        await Expect(page.Locator("#sample-result .findings li").First).ToBeVisibleAsync();
        await page.Locator("#try-form button").ClickAsync();
        await page.Locator("#effect .effect").WaitForAsync();
        await look.AtAsync("draft");
        await page.Locator(".propose button").ClickAsync();
        await Expect(page.Locator(".told")).ToBeVisibleAsync();
        await look.AtAsync("refused");
        await page.GotoAsync($"{site.Address}workshop/packs/look-{name}/history");
        await look.AtAsync("history");
    }

    [Theory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("ru", ColorScheme.Dark, 1280)]
    public async Task Finds_no_violation_on_the_pages_for_readers(string language, ColorScheme scheme, int width)
    {
        var page = await site.BlankAsync(language, scheme, width);
        foreach (var path in new[] { "about", "about/ru/foreign-agent", "about/ru/age-mark", "about/de/advertising", "about/any/correction", "about/xx/nothing" })
        {
            await page.GotoAsync($"{site.Address}{path}");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await page.AuditAsync(path);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, path);
        }

        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Leads_from_every_rendered_label_to_its_page()
    {
        var page = await site.BlankAsync();
        var answer = await page.APIRequest.PostAsync($"{site.Address}v1/checks", new()
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {RunningService.Key}" },
            DataObject = new { article = new { body = "Ice leaves the bay.\n\nSource: Rosbalt", publishedAt = "2023-02-07" }, include = new[] { "labelled" }, store = false },
        });
        var html = (await answer.JsonAsync())!.Value.GetProperty("labelled").GetProperty("html").GetString()!;
        await page.SetContentAsync(html);
        var links = await page.Locator("a.ls-about").EvaluateAllAsync<string[]>("links => links.map((link) => link.href)");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var reached = await page.GotoAsync(new Uri(site.Address, new Uri(link).PathAndQuery).ToString());
            Assert.Equal(200, reached!.Status);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
        }
    }
}
