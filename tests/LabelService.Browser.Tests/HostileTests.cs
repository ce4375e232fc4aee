namespace LabelService.Browser.Tests;

/// <summary>An article is somebody else's text: whatever is in it, nothing of it runs, loads or sends.</summary>
public sealed class HostileTests(Site site) : IDisposable
{
    private readonly Attacker _attacker = new();

    private string Hostile =>
        """
        <h1 onclick="window.hit=1">Title</h1><script>window.hit = 1; parent.hit = 1; fetch('/v1/key')</script>
        <img src="http://attacker.example/x.png" onerror="window.hit=1;parent.hit=1"><svg onload="parent.hit=1"><script>parent.hit=1</script></svg>
        <iframe srcdoc="<script>top.hit=1</script>"></iframe><style>@import url(http://attacker.example/x.css); body{background:url(http://attacker.example/y)}</style>
        <a href="javascript:parent.hit=1">go</a><meta http-equiv="refresh" content="0;url=http://attacker.example/"><base href="http://attacker.example/">
        <form action="http://attacker.example/"><button autofocus onfocus="parent.hit=1">b</button></form></body></html><p>"></iframe><script>parent.hit=1</script>
        </textarea><script>window.hit=1</script>'"><img src=x onerror=parent.hit=1>{{constructor.constructor('parent.hit=1')()}}
        <p>Source: Rosbalt</p>
        """.Replace("http://attacker.example/", _attacker.Address, StringComparison.Ordinal);

    public void Dispose() => _attacker.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    public async Task Runs_nothing_of_an_article_in_any_format(string format)
    {
        var page = await site.BlankAsync();
        var dialogs = new List<string>();
        page.Dialog += (_, dialog) => dialogs.Add(dialog.Message);
        await page.GotoAsync(site.Address.ToString());
        await page.SeesVerdictAsync("compliant");

        await page.Locator($"input[name=format][value={format}]").CheckAsync();
        await page.Locator("#f-title").EvaluateAsync("(e, text) => { e.value = text; }", Hostile);
        await page.Body().FillAsync(Hostile);
        await page.SeesVerdictAsync("action-required");
        foreach (var tab in new[] { "findings", "labelled", "silent", "exchange" })
        {
            await page.ChooseTabAsync(tab);
        }

        await page.ChooseTabAsync("labelled");
        await Expect(page.Labelled().Locator("body")).ToContainTextAsync("Rosbalt");
        await NeverHitAsync(page);
        Assert.Empty(dialogs);
        Assert.Empty(_attacker.Called);
    }

    [Fact]
    public async Task Trusts_the_services_own_html_no_more_than_the_article()
    {
        var page = await site.OpenAsync();
        await page.RouteAsync("**/v1/checks", async route =>
        {
            // Fetched from here it is no longer the page that asks, so it needs a key.
            var answer = await route.FetchAsync(new() { Headers = [new("Authorization", "Bearer " + RunningService.Key), new("Content-Type", "application/json")] });
            var json = System.Text.Json.Nodes.JsonNode.Parse(await answer.TextAsync())!;
            json["labelled"]!["html"] = Hostile;
            json["disclosures"]![0]!["why"] = Hostile;
            json["disclosures"]![0]!["type"] = "<img src=x onerror=window.hit=1>";
            json["disclosures"]![0]!["legalBasis"]![0]!["url"] = "javascript:window.hit=1";
            await route.FulfillAsync(new() { Response = answer, Body = json.ToJsonString() });
        });

        await page.Locator("#check").ClickAsync();
        await Expect(page.Locator("#finding-1 .why")).ToContainTextAsync("<script>");
        Assert.Equal(0, await page.Locator("a[href^='javascript']").CountAsync());
        await page.ChooseTabAsync("labelled");
        await Expect(page.Labelled().Locator("body")).ToContainTextAsync("Rosbalt");
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });

        await NeverHitAsync(page);
        Assert.Empty(_attacker.Called);
    }

    [Fact]
    public async Task Shows_the_labelled_article_in_a_frame_that_may_do_nothing()
    {
        var page = await site.OpenAsync();

        await page.ChooseTabAsync("labelled");

        await Expect(page.Locator("#panel-labelled iframe")).ToHaveAttributeAsync("sandbox", "");
    }

    private static async Task NeverHitAsync(IPage page)
    {
        // The page loaded and two frames drawn: whatever wanted to run has had its turn. A request cut off with its route never ends.
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        for (var tries = 1; !await AreStillAsync(page); tries++)
        {
            Assert.True(tries < 5, "The frames are drawn anew without end.");
        }
    }

    /// <summary>Looks into every frame; false where one was drawn anew meanwhile, and the new one is to be looked into.</summary>
    private static async Task<bool> AreStillAsync(IPage page)
    {
        foreach (var frame in page.Frames)
        {
            try
            {
                // An image that the policy stops is complete as well as one that came or failed.
                await frame.WaitForFunctionAsync("() => [...document.images].every((image) => image.complete)");
                Assert.False(await frame.EvaluateAsync<bool>("() => 'hit' in window"), frame.Url);
            }
            catch (PlaywrightException) when (frame.IsDetached)
            {
                return false;
            }
        }

        return true;
    }
}
