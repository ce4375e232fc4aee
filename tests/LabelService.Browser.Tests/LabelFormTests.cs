using System.Text.Json;

namespace LabelService.Browser.Tests;

/// <summary>On a newsroom's page with a style that would hide and shrink them, labels keep the form that their rules set.</summary>
public sealed class LabelFormTests(Site site)
{
    /// <summary>As careless as pages are: small grey paragraphs, everything of the article pale, notes hidden.</summary>
    private const string Newsroom = """
        :root { color-scheme: light dark; }
        body { margin: 0; font: 17px/1.5 Georgia, serif; background: light-dark(#fff, #14161a); color: light-dark(#444, #bbb); }
        main { max-width: 38rem; margin: 0 auto; padding: 1rem; }
        article p { font-size: 15px; color: light-dark(#595959, #a6a6a6); margin: 0 0 1em; }
        article > * { max-height: 4em; }
        article span { color: #bbb; font-size: 9px; opacity: .6; }
        article a { color: #9cf; text-decoration: none; }
        @media (max-width: 400px) { article p { font-size: 14px; } }
        """;

    private static readonly string Axe = Repository.Of("tests", "LabelService.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    public static MatrixTheoryData<ColorScheme, int> Pages => new([ColorScheme.Light, ColorScheme.Dark], [1280, 360]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Keep_their_form_on_a_careless_page(ColorScheme scheme, int width)
    {
        var page = await site.BlankAsync("en", scheme, width);
        foreach (var (name, type, request) in LabelledArticles.All)
        {
            var answer = await LabelledArticles.CheckAsync(site.Address, request);
            await ShowAsync(page, answer.GetProperty("labelled").GetProperty("html").GetString()!, Newsroom);
            Assert.Contains(type, await page.Locator(".ls-disclosure").EvaluateAllAsync<string[]>("labels => labels.map((label) => label.dataset.type)"));
            var seen = await page.EvaluateAsync<LabelSeen[]>(LabelSeen.Script);
            Assert.NotEmpty(seen);
            Assert.Equal(name == "a source of its field", await page.Locator(".ls-source").CountAsync() == 1);
            Assert.All(seen, label => label.MustHoldItsForm(name));
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name}: the page scrolls sideways");
            await ShootAsync(page, $"{name}-{scheme}-{width}");
            await AuditAsync(page, name);
        }
    }

    [Fact]
    public async Task Stay_on_paper()
    {
        var page = await site.BlankAsync();
        var answer = await LabelledArticles.CheckAsync(site.Address, LabelledArticles.All[0].Request);
        await ShowAsync(page, answer.GetProperty("labelled").GetProperty("html").GetString()!, Newsroom);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var seen = await page.EvaluateAsync<LabelSeen[]>(LabelSeen.Script);
        Assert.NotEmpty(seen);
        Assert.All(seen, label => label.MustHoldItsForm("on paper"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Keep_their_form_in_mail_without_any_style_sheet(int width)
    {
        var page = await site.BlankAsync("en", ColorScheme.Light, width);
        foreach (var (name, _, request) in LabelledArticles.All)
        {
            var answer = await LabelledArticles.CheckAsync(site.Address, request);
            await page.SetContentAsync($"<html><body><div>{answer.GetProperty("labelled").GetProperty("email").GetString()}</div></body></html>");
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name}: the mail scrolls sideways");
            var contrasts = await page.EvaluateAsync<double[]>($"() => {{ {LabelSeen.Colours}; return [...document.querySelectorAll('td[role=note] > span')].map((e) => contrast(e)); }}");
            Assert.All(contrasts, c => Assert.True(c >= 7, $"{name}: contrast {c} in mail"));
            await ShootAsync(page, $"mail-{name}-{width}");
        }

        var own = await LabelledArticles.CheckAsync(site.Address, LabelledArticles.All[0].Request);
        await page.SetContentAsync($"<html><body><div style='font-size:15px'>{own.GetProperty("labelled").GetProperty("email").GetString()}</div></body></html>");
        Assert.Equal("30px", await page.Locator("td[lang=ru] > span").First.EvaluateAsync<string>("e => getComputedStyle(e).fontSize"));
    }

    [Fact]
    public async Task Bring_no_style_and_script_of_their_own_to_AMP()
    {
        var page = await site.BlankAsync();
        foreach (var (name, _, request) in LabelledArticles.All)
        {
            var answer = await LabelledArticles.CheckAsync(site.Address, request);
            await page.SetContentAsync(answer.GetProperty("labelled").GetProperty("amp").GetString()!);
            Assert.Equal(0, await page.Locator("[style], style, script, img, font").CountAsync());
            Assert.True(await page.Locator(".ls-disclosure").CountAsync() > 0, name);
        }
    }

    [Fact]
    public async Task Find_their_style_sheet_from_any_site()
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        foreach (var path in new[] { "/labels/labels.css", "/labels/labels.amp.css" })
        {
            var sheet = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var css = await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
            Assert.Equal("*", sheet.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("public, max-age=86400", sheet.Headers.CacheControl?.ToString().Split(", ").OrderByDescending(x => x).Aggregate((a, b) => $"{a}, {b}"));
            Assert.True(css.Length < 12_000, $"{path}: {css.Length}");
            Assert.Equal(path.Contains("amp", StringComparison.Ordinal), !css.Contains(" !important", StringComparison.Ordinal));
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { sheet.Headers.ETag! } } };
            Assert.Equal(System.Net.HttpStatusCode.NotModified, (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    private async Task ShowAsync(IPage page, string labelled, string style)
    {
        await page.SetContentAsync($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A newspaper</title><meta name="viewport" content="width=device-width">
            <link rel="stylesheet" href="{new Uri(site.Address, "/labels/labels.css")}"><style>{style}</style></head>
            <body><main><article>{labelled}</article></main></body></html>
            """);
        await page.WaitForFunctionAsync("document.styleSheets.length === 2");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"label-{name}.png".Replace(' ', '-')), FullPage = true });
        }
    }

    private static async Task AuditAsync(IPage page, string state)
    {
        if (!File.Exists(Axe))
        {
            return;
        }

        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        Assert.Empty(found.EnumerateArray().Select(v => $"{state}: {v.GetProperty("id")}: {v.GetProperty("nodes").EnumerateArray().First().GetProperty("html").GetString()}"));
    }
}
