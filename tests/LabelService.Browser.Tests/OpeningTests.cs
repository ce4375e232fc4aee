namespace LabelService.Browser.Tests;

/// <summary>The page as a newcomer first sees it.</summary>
public sealed class OpeningTests(Site site)
{
    [Fact]
    public async Task Opens_with_the_sample_checked_and_its_notice_marked()
    {
        var page = await site.OpenAsync();

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Cards("present").First).ToContainTextAsync("Foreign-agent notice");
        var notice = page.Locator("#mirror mark[data-kind='notice']").First;
        await Expect(notice).ToContainTextAsync("This material (information) was produced");
        await Expect(page.Locator("#mirror mark[data-kind='age-mark']")).ToHaveTextAsync("18+");
        await Expect(page.Locator("#panel-findings")).ToContainTextAsync("Source: Rosbalt");
        await Expect(page.Locator("#panel-findings")).ToContainTextAsync("Cited: TASS");
    }

    [Fact]
    public async Task Speaks_to_nobody_but_its_own_service_and_breaks_no_policy_of_its_own()
    {
        var page = await site.BlankAsync();
        var complaints = new List<string>();
        var foreign = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Add(message.Text); } };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal)) { foreign.Add(request.Url); } };

        await page.GotoAsync(site.Address.ToString());
        await page.SeesVerdictAsync("compliant");
        foreach (var tab in new[] { "labelled", "silent", "exchange", "findings" })
        {
            await page.ChooseTabAsync(tab);
        }

        await page.Locator("#changes button").First.WaitForAsync();
        Assert.Empty(complaints);
        Assert.Empty(foreign);
    }

    [Fact]
    public async Task Sends_a_policy_that_forbids_everything_from_elsewhere()
    {
        var page = await site.BlankAsync();

        var answer = await page.GotoAsync(site.Address.ToString());

        var policy = await answer!.HeaderValueAsync("content-security-policy");
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            policy);
    }

    [Fact]
    public async Task Stores_nothing_of_what_it_checks()
    {
        var page = await site.BlankAsync();
        var asked = page.WaitForRequestAsync(request => request.Url.EndsWith("/v1/checks", StringComparison.Ordinal));

        await page.GotoAsync(site.Address.ToString());

        var request = await asked;
        Assert.Contains("\"store\":false", request.PostData, StringComparison.Ordinal);
        Assert.Equal("1", await request.HeaderValueAsync("x-playground"));
    }

    [Fact]
    public async Task Says_what_a_register_includes_and_promises_no_compliance()
    {
        var page = await site.OpenAsync();

        await Expect(page.Locator("footer")).ToContainTextAsync("It promises no compliance");
        await Expect(page.Locator("footer")).ToContainTextAsync("what a register includes");
    }
}
