namespace LabelService.Browser.Tests;

/// <summary>Evidence stands where it says, and text and cards lead to each other.</summary>
public sealed class MarkingTests(Site site)
{
    [Fact]
    public async Task Marks_exactly_what_the_answer_quotes_in_html_with_entities_and_emoji()
    {
        var page = await site.OpenAsync();
        await page.Locator("input[name=format][value=html]").CheckAsync();
        await page.Body().FillAsync(
            "<h1>&#128230; Ferries</h1>\n<p>📦📦</p><p><b>This&nbsp;material</b> (information) was produced, distributed and (or) sent by a foreign agent of RS-Balt JSC "
            + "or relates to the activities of a foreign agent of RS-Balt JSC. 18+</p>\n<p>Ferries sail again.</p>\n<p>Source: Rosbalt</p>");

        await Expect(page.Locator("#mirror mark[data-kind=notice]").First).ToContainTextAsync("This&nbsp;material");
        await page.SeesVerdictAsync("compliant");
        Assert.StartsWith("This&nbsp;material</b> (information)", await page.MarkedAsync("mark[data-kind=notice]"), StringComparison.Ordinal);
        Assert.Equal("18+", await page.MarkedAsync("mark[data-kind=age-mark]"));
        Assert.Equal("Source: Rosbalt", await page.MarkedAsync("mark[data-kind=source]"));
        Assert.Equal(await page.Body().InputValueAsync(), await page.EvaluateAsync<string>("() => [...document.getElementById('mirror').children].map((l) => l.textContent).join('\\n')"));
    }

    [Fact]
    public async Task Leads_from_a_card_to_its_place_and_back()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");

        await page.Locator(".card[data-kind=source] .place").ClickAsync();
        Assert.Equal("Source: Rosbalt", await page.SelectedAsync());
        Assert.Equal("Source: Rosbalt", await page.MarkedAsync("mark.active"));

        var quoted = await page.Locator(".card[data-kind=quoted]").GetAttributeAsync("id");
        await page.EvaluateAsync(
            """
            () => {
              const body = document.getElementById('body');
              const at = body.value.indexOf('TASS explains') + 2;
              body.setSelectionRange(at, at);
              body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
            }
            """);
        await Expect(page.Locator($"#{quoted}")).ToHaveClassAsync("card active");
    }

    [Fact]
    public async Task Numbers_the_places_as_the_cards()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");

        foreach (var mark in await page.Marks().AllAsync())
        {
            var number = (await mark.GetAttributeAsync("data-numbers") ?? "").Split(" · ")[0];
            if (number.Length > 0)
            {
                await Expect(page.Locator($"#finding-{number} .number")).ToHaveTextAsync(number);
            }
        }
    }

    [Fact]
    public async Task Lays_the_mirror_exactly_under_the_text()
    {
        var page = await site.OpenAsync();

        var (mirror, area) = (await page.Locator("#mirror").BoundingBoxAsync(), await page.Body().BoundingBoxAsync());

        Assert.Equal(mirror!.Width, area!.Width);
        Assert.Equal(mirror.Height, area.Height);
        // The area would scroll by itself if its lines broke elsewhere than the mirror's.
        Assert.True(await page.EvaluateAsync<bool>("() => { const b = document.getElementById('body'); return b.scrollHeight <= b.clientHeight; }"));
    }

    [Fact]
    public async Task Moves_the_marks_with_the_text_while_somebody_types()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        await page.RouteAsync("**/v1/checks", route => Task.CompletedTask);
        await page.EvaluateAsync("() => document.getElementById('body').setSelectionRange(0, 0)");

        await page.Body().PressSequentiallyAsync("New: ");

        Assert.Equal("Source: Rosbalt", await page.MarkedAsync("mark[data-kind=source]"));
        Assert.Equal("18+", await page.MarkedAsync("mark[data-kind=age-mark]"));
    }

    [Fact]
    public async Task Cuts_twenty_thousand_overlapping_places_without_a_pause()
    {
        var page = await site.OpenAsync();

        var milliseconds = await page.EvaluateAsync<double>(
            """
            async () => {
              const { lines } = await import('/playground/js/segments.js');
              const text = 'word '.repeat(200000);
              const spans = Array.from({ length: 20000 }, (_, i) => ({ start: i, end: text.length - i, key: 'k' + i, number: i, kind: 'term' }));
              const from = performance.now();
              const [line] = lines(text, spans);
              if (line.parts.map((p) => text.slice(p.start, p.end)).join('') !== text) throw new Error('the stretches do not cover the text');
              return performance.now() - from;
            }
            """);

        Assert.True(milliseconds < 2000, $"{milliseconds} ms");
    }
}
