using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Evidence is in sight while one decides, however long the article is.</summary>
public sealed class DeskReadingTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task Shows_the_words_asked_about_wherever_they_stand_in_a_long_article()
    {
        var page = await newsroom.StaffOf(site).JoinsAsync("long@example.org", "Модератор", "moderator");
        var body = string.Join("\n\n", Enumerable.Range(1, 60).Select(i => i switch
        {
            5 => "Вчера Лидия Рощинская приехала в город.",
            50 => "Встречали её вместе с Петром Травкиным.",
            _ => $"Абзац {i}: мост через бухту строили семь лет, и за это время сменились три подрядчика и одна река.",
        }));
        var review = await newsroom.AsksAsync("desk:long", "Длинная статья", body);
        await page.GotoAsync($"{newsroom.Address}queue/{review}");
        await page.Locator("html[data-desk]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Expect(page.Locator("#place-1")).ToBeInViewportAsync();
        await Expect(page.Locator("#place-2")).Not.ToBeInViewportAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#question-2")).ToBeFocusedAsync();
        await Expect(page.Locator("#place-2")).ToBeInViewportAsync();
        await page.Locator("#question-1 a.no").ClickAsync();
        await Expect(page.Locator("#place-1")).ToBeInViewportAsync();
    }
}
