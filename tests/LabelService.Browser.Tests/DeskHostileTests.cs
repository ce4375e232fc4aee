using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Articles, registers and colleagues write what they like; nothing of it runs before a moderator.</summary>
public sealed class DeskHostileTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Script = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>";

    private readonly List<string> _complaints = [];

    [Fact]
    public async Task Runs_nothing_of_an_article_a_colleague_or_an_author()
    {
        var page = await WatchedAsync("hostile");
        var review = await newsroom.AsksAsync(
            $"desk:hostile{Script}", $"Title {Script}", $"<p>Вчера Лидия Рощинская приехала.</p>{Script}<p onclick='window.ran = 1'>&lt;script&gt;window.ran = 1&lt;/script&gt;</p>", $"Author {Script}", "html");
        await newsroom.AsksAsync("desk:hostile-2", $"Another {Script}");
        await page.GotoAsync($"{newsroom.Address}queue");
        await Expect(page.Locator($"[data-id={review}]")).ToContainTextAsync("Title <script>");
        await Expect(page.Locator($"[data-id={review}]")).ToContainTextAsync("Author <script>");
        await NothingRanAsync(page);

        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("summary[data-key=comment]").ClickAsync();
        await page.Locator("#say-comment").FillAsync($"Comment {Script}");
        await page.Locator("[data-fold=comment] button").ClickAsync();
        await Expect(page.Locator(".note-text").First).ToContainTextAsync("Comment <script>");
        await NothingRanAsync(page);
        await page.Locator("[data-key=group]").First.ClickAsync();
        await Expect(page.Locator(".group-articles")).ToContainTextAsync("Title <script>");
        await NothingRanAsync(page);

        await page.Locator("button[data-key=approve]").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("Title <script>");
        await NothingRanAsync(page);
        await page.GotoAsync($"{newsroom.Address}queue/{review}?done=decided&of={review}");
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Title <script>");
        await NothingRanAsync(page);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Runs_nothing_of_a_registers_name()
    {
        var page = await WatchedAsync("names");
        var review = await newsroom.AsksOfPaperAsync("desk:names", "A bridge is opened", QuestionRules.HostileAlias);
        var other = await newsroom.AsksOfPaperAsync("desk:names-2", "Another bridge is opened", QuestionRules.HostileAlias);
        await page.GotoAsync($"{newsroom.Address}queue");
        await Expect(page.Locator($"[data-id={review}]")).ToContainTextAsync(QuestionRules.HostileName);
        await NothingRanAsync(page);
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await Expect(page.Locator(".question .subject")).ToContainTextAsync(QuestionRules.HostileName);
        await Expect(page.Locator(".question blockquote").First).ToContainTextAsync(QuestionRules.HostileName);
        await page.Locator("[data-part=near-misses]").ClickAsync();
        await NothingRanAsync(page);
        await page.Locator("[data-key=group]").First.ClickAsync();
        await Expect(page.Locator(".group-question")).ToContainTextAsync(QuestionRules.HostileName);
        await NothingRanAsync(page);
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("button[data-key=approve]").ClickAsync();
        await page.GotoAsync($"{newsroom.Address}queue/{other}");
        await Expect(page.Locator("#earlier-heading ~ ul")).ToContainTextAsync(QuestionRules.HostileName);
        await page.Locator(".subject a").ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(QuestionRules.HostileName);
        await NothingRanAsync(page);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Runs_nothing_in_the_labelled_preview()
    {
        var page = await WatchedAsync("preview");
        await page.GotoAsync(newsroom.Address.ToString());
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("input[name=format][value=html]").CheckAsync();
        await page.Body().FillAsync($"<p>The bridge was opened on Monday.</p>{Script}<p>Source: Rosbalt; more in {QuestionRules.HostileAlias}</p>");
        await page.SeesVerdictAsync("needs-review");
        await Expect(page.Locator("#panel-findings")).ToContainTextAsync(QuestionRules.HostileName);
        await page.ChooseTabAsync("labelled");
        await Expect(page.Labelled().Locator("body")).ToContainTextAsync("The bridge was opened");
        await NothingRanAsync(page);

        // The article's own picture is what the policy stops, and tells.
        Assert.All(_complaints, c => Assert.Contains("violates the following Content Security Policy", c, StringComparison.Ordinal));
    }

    private async Task<IPage> WatchedAsync(string name)
    {
        var page = await newsroom.StaffOf(site).JoinsAsync($"{name}@example.org", "Модератор", "moderator");
        page.Dialog += (_, dialog) => { _complaints.Add(dialog.Message); _ = dialog.DismissAsync(); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { _complaints.Add(message.Text); } };
        return page;
    }

    private static async Task NothingRanAsync(IPage page)
    {
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        foreach (var frame in page.Frames)
        {
            Assert.False(await frame.EvaluateAsync<bool>("() => 'ran' in window"), frame.Url);
        }

        Assert.Equal(0, await page.Locator("main script, main img:not([src^='data:']), main [onclick], main [onerror]").CountAsync());
    }
}
