namespace LabelService.Browser.Tests;

/// <summary>The pages about registers: a name is looked up, its forms are read, a sentence is tried.</summary>
public sealed class LookupTests(Site site)
{
    [Fact]
    public async Task Finds_a_declined_name_and_leads_to_its_forms_and_back()
    {
        var page = await site.OpenAsync();
        await page.Locator("a.head-link[href='/registries']").ClickAsync();

        await page.Locator("#q").FillAsync("Травкиным");
        await page.Locator("#q").PressAsync("Enter");

        await Expect(page.Locator("#results-heading")).ToHaveTextAsync("1 entry found");
        await Expect(page.Locator(".hit")).ToContainTextAsync("only a surname");
        await page.Locator(".hit h3 a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Травкин Пётр Ильич");
        await Expect(page.Locator(".forms").First).ToContainTextAsync("Петром Ильичом Травкиным");
        await page.Locator("a.back").ClickAsync();
        await page.Locator("a.head-link[href='/']").ClickAsync();
        await Expect(page.Locator("#body")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("2021-10-14", "no")]
    [InlineData("2021-10-15", "yes")]
    [InlineData("2023-08-24", "yes")]
    [InlineData("2023-08-25", "no")]
    [InlineData("2024-05-17", "yes")]
    public async Task Tells_the_status_on_a_day(string day, string isOn)
    {
        var page = await site.BlankAsync();
        await page.GotoAsync($"{site.Address}registries/xx-invented/xx:travkin");

        await page.Locator("#day").FillAsync(day);
        await page.Locator(".on-day-form button").ClickAsync();

        await Expect(page.Locator($".on-day[data-on={isOn}]")).ToBeVisibleAsync();
        await Expect(page.Locator("#day")).ToHaveValueAsync(day);
    }

    [Fact]
    public async Task Tries_a_sentence_and_keeps_it_through_a_change_of_language()
    {
        var page = await site.BlankAsync();
        await page.GotoAsync($"{site.Address}registries");

        await page.TryTextAsync(InventedRegister.Sentence);

        await Expect(page.Locator(".tried-text mark[data-certainty=certain]").First).ToContainTextAsync("Петром Ильичом Травкиным");
        await Expect(page.Locator("#try")).ToContainTextAsync("another given name stands beside the surname");
        await page.Locator("[data-lang=ru]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(page.Locator("#try")).ToContainTextAsync("рядом с фамилией стоит другое имя");
        await Expect(page.Locator("#text")).ToHaveValueAsync(InventedRegister.Sentence);
    }

    [Fact]
    public async Task Works_by_keys_and_without_a_script()
    {
        var page = await site.BlankAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync($"{site.Address}registries");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("рифом");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".hit h3")).ToHaveTextAsync("Фонд «Тихий Риф»");
    }

    [Fact]
    public async Task Needs_a_key_from_elsewhere_and_keeps_it_out_of_addresses()
    {
        var page = await site.BlankAsync();
        await page.GotoAsync($"http://{Chromium.FarName}:{site.Address.Port}/registries?q=Травкиным");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("An API key is needed");

        await page.Locator("#key").FillAsync("live_wrong");
        await page.Locator("#key").PressAsync("Enter");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("This key is not in force");
        await page.Locator("#key").FillAsync(RunningService.Key);
        await page.Locator("#key").PressAsync("Enter");

        await page.Locator(".hit h3 a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Травкин Пётр Ильич");
        await page.Locator("a.back").ClickAsync();
        await page.TryTextAsync("Травкин");
        await Expect(page.Locator(".tried-text")).ToContainTextAsync("Травкин");
        Assert.DoesNotContain(RunningService.Key, page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(await page.Context.CookiesAsync(), c => c.Value.Contains(RunningService.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Obeys_and_remembers_the_switch_of_colours()
    {
        var page = await site.BlankAsync();
        await page.GotoAsync($"{site.Address}registries");

        await page.Locator("[data-theme-choice=dark]").ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData("en", 360)]
    [InlineData("ru", 360)]
    [InlineData("ru", 320)]
    [InlineData("en", 768)]
    public async Task Never_scrolls_sideways_and_gives_fingers_enough_to_hit(string language, int width)
    {
        var page = await site.BlankAsync(language, width: width, height: 740);
        foreach (var path in new[] { "", "?q=Травкиным", "?q=портовый", "?q=Zimin", "/xx-invented/xx:travkin", "/xx-invented/xx:harbour", "/xx-invented/xx:nobody" })
        {
            await page.GotoAsync($"{site.Address}registries{path}");
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            var small = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('button, input, select, textarea, a.head-link, a.back')].filter((e) => e.checkVisibility() && Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24).map((e) => e.outerHTML)");
            Assert.True(wide <= width, $"{path}: {wide} pixels wide");
            Assert.Empty(small);
        }
    }

    [Fact]
    public async Task Breaks_no_policy_and_speaks_to_nobody_else()
    {
        var page = await site.BlankAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Add(message.Text); } };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal)) { complaints.Add(request.Url); } };

        await page.GotoAsync($"{site.Address}registries?q=Травкиным");
        await page.TryTextAsync("<img src=x onerror=alert(1)> Пётр Ильич Травкин");

        Assert.Empty(complaints);
        await Expect(page.Locator(".tried-text")).ToContainTextAsync("<img src=x onerror=alert(1)>");
    }
}
