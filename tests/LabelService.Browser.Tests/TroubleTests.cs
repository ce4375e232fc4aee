namespace LabelService.Browser.Tests;

/// <summary>Nothing to check, refused, unreachable, too much, no key: each has its own words.</summary>
public sealed class TroubleTests(Site site)
{
    [Fact]
    public async Task Invites_to_paste_where_there_is_nothing()
    {
        var page = await site.OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(page.Locator("#empty")).ToContainTextAsync("Nothing to check yet");
        await Expect(page.Verdict()).ToBeHiddenAsync();
        await page.Locator("#empty").GetByRole(AriaRole.Button).ClickAsync();

        await page.SeesVerdictAsync("compliant");
    }

    [Fact]
    public async Task Shows_a_refusal_with_the_fields_at_fault()
    {
        var page = await site.OpenAsync();
        await page.Locator("#fields summary").ClickAsync();

        await page.Locator("#f-jurisdictions").FillAsync("Atlantis");

        var problem = page.Locator("#problem [role=alert]");
        await Expect(problem).ToContainTextAsync("jurisdictions");
        await Expect(problem).ToContainTextAsync("400");
        await Expect(page.Locator("#answer")).ToBeHiddenAsync();
        await page.Locator("#f-jurisdictions").FillAsync("RU");
        await page.SeesVerdictAsync("compliant");
        await Expect(problem).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Says_that_the_service_does_not_answer_and_keeps_the_article()
    {
        var page = await site.OpenAsync();
        await page.RouteAsync("**/v1/checks", route => route.AbortAsync());
        await page.Body().FillAsync("My own words.");

        await Expect(page.Locator("#problem")).ToContainTextAsync("The service does not answer");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Body()).ToHaveValueAsync("My own words.");
    }

    [Fact]
    public async Task Says_that_something_else_answered()
    {
        var page = await site.OpenAsync();
        await page.RouteAsync("**/v1/checks", route => route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" }));

        await page.Locator("#check").ClickAsync();

        await Expect(page.Locator("#problem")).ToContainTextAsync("status 502");
    }

    [Fact]
    public async Task Shows_only_the_newest_answer()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/v1/checks", route => { held.TrySetResult(route); return Task.CompletedTask; }, new() { Times = 1 });
        await page.TryAsync("noNotice");
        var slow = await held.Task;

        await page.TryAsync("sample");
        await Expect(page.Body()).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("RS-Balt"));
        await slow.FulfillAsync(new() { Status = 500, ContentType = "application/json", Body = "{}" });

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Locator("#problem")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Asks_for_a_key_away_from_the_services_own_machine_and_keeps_it_nowhere()
    {
        var page = await site.BlankAsync();
        var far = new UriBuilder(site.Address) { Host = Chromium.FarName }.Uri;
        await page.GotoAsync(far.ToString());
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.Locator("#check").ClickAsync();
        await Expect(page.Locator("#problem")).ToContainTextAsync("401");
        await page.Locator("#key").FillAsync(RunningService.Key);
        await page.Locator("#check").ClickAsync();

        await page.SeesVerdictAsync("compliant");
        var kept = await page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href");
        Assert.DoesNotContain(RunningService.Key, kept, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Expect(page.Locator("#key")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Takes_a_dropped_file_with_its_format_and_refuses_one_that_is_too_large()
    {
        var page = await site.OpenAsync();

        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "a.md", MimeType = "text/markdown", Buffer = "# Ferries\n\nSource: Rosbalt\n"u8.ToArray() });
        await Expect(page.Locator("input[name=format][value=markdown]")).ToBeCheckedAsync();
        await page.SeesVerdictAsync("action-required");
        await DropAsync(page, "b.html", "<p>Ferries</p>");
        await Expect(page.Body()).ToHaveValueAsync("<p>Ferries</p>");
        await Expect(page.Locator("input[name=format][value=html]")).ToBeCheckedAsync();
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "c.txt", MimeType = "text/plain", Buffer = new byte[(2 << 20) + 1] });

        await Expect(page.Locator("#file-error")).ToContainTextAsync("2.0 MiB");
        await Expect(page.Body()).ToHaveValueAsync("<p>Ferries</p>");
    }

    private static Task DropAsync(IPage page, string name, string text) => page.EvaluateAsync(
        """
        ([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name));
          document.getElementById('editor').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        new[] { name, text });
}
