using System.Globalization;

namespace LabelService.Browser.Tests;

/// <summary>The day as a control: the answer follows it.</summary>
public sealed class DayTests(Site site)
{
    [Theory]
    [InlineData("2021-10-14", "compliant")]
    [InlineData("2021-10-15", "action-required")]
    [InlineData("2022-03-01", "action-required")]
    [InlineData("2023-02-07", "action-required")]
    [InlineData("2023-08-24", "action-required")]
    [InlineData("2023-08-25", "compliant")]
    public async Task Changes_the_verdict_of_the_article_without_its_notice(string day, string verdict)
    {
        var page = await site.OpenAsync();
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");

        await page.SetDayAsync(day);

        await Expect(page.Verdict()).ToContainTextAsync(InWords(day));
        await page.SeesVerdictAsync(verdict);
    }

    [Fact]
    public async Task Shows_both_languages_of_a_missing_notice_and_puts_them_into_the_labelled_article()
    {
        var page = await site.OpenAsync();
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");

        var card = page.Cards("missing").First;
        await Expect(card.Locator("blockquote[lang=ru]")).ToContainTextAsync("иностранным агентом");
        await Expect(card.Locator("blockquote[lang=en]")).ToBeVisibleAsync();
        await Expect(card.Locator(".facts")).ToContainTextAsync("255-FZ");
        await page.ChooseTabAsync("labelled");
        await Expect(page.Labelled().Locator(".ls-disclosure[lang=ru]")).ToContainTextAsync("иностранным агентом");
        await Expect(page.Labelled().Locator("body")).ToContainTextAsync("18+");
        await Expect(page.Labelled().Locator("body")).Not.ToContainTextAsync("You may also like");
    }

    [Fact]
    public async Task Asks_a_moderator_on_an_unknown_day()
    {
        var page = await site.OpenAsync();
        await page.TryAsync("noNotice");

        await page.Locator("#day-unknown").CheckAsync();

        await page.SeesVerdictAsync("needs-review");
        await Expect(page.Verdict()).ToContainTextAsync("on an unknown day");
    }

    [Fact]
    public async Task Moves_by_buttons_and_by_the_keys_of_the_slider()
    {
        var page = await site.OpenAsync();
        await page.SetDayAsync("2023-03-31");

        await page.GetByRole(AriaRole.Button, new() { Name = "One month earlier" }).ClickAsync();
        await Expect(page.Locator("#day")).ToHaveValueAsync("2023-02-28");
        await page.GetByRole(AriaRole.Button, new() { Name = "One day later" }).ClickAsync();
        await Expect(page.Locator("#day")).ToHaveValueAsync("2023-03-01");
        await page.Locator("#day-slider").PressAsync("ArrowLeft");

        await Expect(page.Locator("#day")).ToHaveValueAsync("2023-02-28");
        await Expect(page.Locator("#day-slider")).ToHaveAttributeAsync("aria-valuetext", "28 February 2023");
        await Expect(page.Verdict()).ToContainTextAsync("28 February 2023");
    }

    [Fact]
    public async Task Finds_the_days_on_which_the_answer_changes_and_goes_there()
    {
        var page = await site.OpenAsync();
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");

        var left = page.Locator("#changes button", new() { HasText = "25 August 2023" });
        await Expect(page.Locator("#changes")).ToContainTextAsync("15 October 2021", new() { Timeout = 30_000 });
        await left.ClickAsync();

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Locator("#day")).ToHaveValueAsync("2023-08-25");
    }

    private static string InWords(string day) =>
        DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
