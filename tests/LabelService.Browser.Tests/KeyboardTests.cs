namespace LabelService.Browser.Tests;

/// <summary>Everything can be reached and done without a mouse.</summary>
public sealed class KeyboardTests(Site site)
{
    [Fact]
    public async Task Offers_a_way_past_the_head_first()
    {
        var page = await site.OpenAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the article" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Body()).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Checks_with_control_and_enter()
    {
        var page = await site.OpenAsync();
        await page.Body().FocusAsync();
        var asked = page.WaitForRequestAsync(request => request.Url.EndsWith("/v1/checks", StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Control+Enter");

        Assert.Contains("asOf", (await asked).PostData, StringComparison.Ordinal);
        await page.SeesVerdictAsync("compliant");
    }

    [Fact]
    public async Task Reaches_every_control_by_tab_with_a_focus_that_can_be_seen()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        await page.Locator("#fields summary").ClickAsync();
        await page.EvaluateAsync("() => { document.activeElement.blur(); window.scrollTo(0, 0); }");
        var reached = new HashSet<string>();

        for (var i = 0; i < 160; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return '';
                  const seen = (x) => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2;
                  const visible = seen(e) || seen(e.closest('.editor')) || seen(e.nextElementSibling);
                  return (visible ? '' : 'UNSEEN ') + (e.id || e.dataset.try || e.dataset.step || e.dataset.lang || e.dataset.themeChoice || e.className || e.tagName);
                }
                """);
            Assert.DoesNotContain("UNSEEN", at, StringComparison.Ordinal);
            reached.Add(at);
        }

        Assert.Superset(
            new HashSet<string>
            {
                "en", "ru", "auto", "light", "dark", "day", "-1m", "-1d", "1d", "1m", "day-today", "day-unknown", "day-slider", "open-file", "clear",
                "sample", "noNotice", "wrongAge", "html", "body", "check", "f-title", "f-ageMark", "f-sponsored", "tab-findings", "panel-findings", "place",
            },
            reached);
    }

    [Fact]
    public async Task Moves_between_the_tabs_by_arrows()
    {
        var page = await site.OpenAsync();
        await page.Locator("#tab-findings").FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("#tab-labelled")).ToBeFocusedAsync();
        await Expect(page.Locator("#panel-labelled")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");

        await Expect(page.Locator("#tab-exchange")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Locator("#panel-exchange")).ToContainTextAsync("curl");
    }

    [Fact]
    public async Task Goes_from_finding_to_finding_inside_the_text()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        await page.Body().FocusAsync();
        await page.EvaluateAsync("() => document.getElementById('body').setSelectionRange(0, 0)");

        await page.Keyboard.PressAsync("Alt+ArrowDown");

        Assert.StartsWith("This material (information)", await page.SelectedAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("#finding-1")).ToHaveClassAsync("card active");
    }

    [Fact]
    public async Task Tells_the_verdict_to_screen_readers()
    {
        var page = await site.OpenAsync();

        var verdict = page.GetByRole(AriaRole.Status);
        await Expect(verdict).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(verdict).ToContainTextAsync("Compliant");
    }
}
