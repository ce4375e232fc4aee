using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Moderators at work: the real service, the real browser, a CMS that asks by HTTP.</summary>
public sealed class DeskTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Label = "Входит в вымышленный реестр";

    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Brings_a_decision_from_a_check_to_the_labels()
    {
        var page = await ModeratorAsync("labels");
        var review = await newsroom.AsksAsync("desk:labels", "Новый мост");
        Assert.DoesNotContain(Label, await newsroom.LabelsAsync("desk:labels"), StringComparison.Ordinal);
        var before = (await newsroom.ChangesAsync()).GetProperty("cursor").GetString();
        await page.GotoAsync($"{Home}queue");
        await page.Locator($"[data-id={review}] .line-title").ClickAsync();
        await Expect(page.Locator(".reading mark[data-asked=yes]")).ToHaveTextAsync("Лидия Рощинская");
        await Expect(page.Locator(".question .subject")).ToContainTextAsync("входит в список");
        await Expect(page.Locator(".question blockquote[lang=ru]")).ToContainTextAsync(Label);
        await page.Locator("[data-key=approve]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Решено.");
        Assert.Contains(Label, await newsroom.LabelsAsync("desk:labels"), StringComparison.Ordinal);
        var events = (await newsroom.ChangesAsync(before)).GetProperty("events").EnumerateArray().Where(e => e.GetProperty("externalId").GetString() == "desk:labels").ToList();
        Assert.Equal(["labels.changed", "review.decided"], events.Select(e => e.GetProperty("type").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(events, e => Assert.Equal(review, e.GetProperty("reviewId").GetString()));
        var decided = events.Single(e => e.GetProperty("type").GetString() == "review.decided");
        Assert.Equal("approve", decided.GetProperty("data").GetProperty("decisions")[0].GetProperty("action").GetString());
        Assert.StartsWith("chk_", decided.GetProperty("checkId").GetString(), StringComparison.Ordinal);

        await page.GotoAsync($"{Home}queue/{review}");
        await Expect(page.Locator("[data-state=decided]")).ToContainTextAsync("Модератор labels");
    }

    [Fact]
    public async Task Takes_a_shift_of_ten_by_keyboard_alone()
    {
        var page = await ModeratorAsync("shift");
        for (var i = 0; i < 10; i++)
        {
            await newsroom.AsksAsync($"desk:shift-{i}", $"Смена {i}", $"Вчера Лидия Рощинская открыла мост номер {i}.", "Автор Смены");
        }

        await page.GotoAsync($"{Home}queue?q=Смена");
        await Expect(page.Locator(".line")).ToHaveCountAsync(10);
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 10; i++)
        {
            await Expect(page.Locator("h1")).ToContainTextAsync("Смена");
            await ReadyAsync(page);
            var before = page.Url;
            if (i % 3 == 1)
            {
                await page.Keyboard.PressAsync("r");
                await page.Keyboard.TypeAsync("Это другая Лидия.");
                await page.Keyboard.PressAsync("Control+Enter");
            }
            else if (i == 5)
            {
                // With the Russian layout on, the key says another letter.
                await page.EvaluateAsync("() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true, cancelable: true }))");
            }
            else
            {
                await page.Keyboard.PressAsync("a");
            }

            await page.WaitForURLAsync(url => url != before);
            await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        }

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/queue\\?q="));
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Tells_the_second_of_two_what_happened()
    {
        var review = await newsroom.AsksAsync("desk:race", "Гонка");
        var first = await ModeratorAsync("first");
        var second = await ModeratorAsync("second");
        await first.GotoAsync($"{Home}queue/{review}");
        await Expect(first.Locator("[data-key=approve]")).ToBeVisibleAsync();
        await second.GotoAsync($"{Home}queue/{review}");
        await Expect(second.Locator("#held")).ToContainTextAsync("Модератор first");
        await Expect(second.Locator(".deciding")).ToHaveCountAsync(0);

        // The first gives it back and keeps the page; the second takes it and decides.
        var stale = await first.Context.NewPageAsync();
        await stale.GotoAsync($"{Home}queue/{review}");
        await first.Locator("form[action$='/release'] button").ClickAsync();
        await first.WaitForURLAsync("**/queue?done=released");
        await second.ReloadAsync();
        await second.Locator("[data-key=approve]").ClickAsync();
        await Expect(second.Locator(".told.done")).ToBeVisibleAsync();
        var answer = await stale.RunAndWaitForResponseAsync(() => stale.Locator("[data-key=approve]").ClickAsync(), r => r.Url.EndsWith("/decide", StringComparison.Ordinal));
        Assert.Equal(409, answer.Status);
        await Expect(stale.Locator(".told.problem")).ToHaveAttributeAsync("data-code", "review-decided");
        await Expect(stale.Locator(".state-sheet")).ToContainTextAsync("Модератор second");
        await Expect(stale.Locator(".deciding")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Takes_a_decision_back()
    {
        var page = await ModeratorAsync("undo");
        var review = await newsroom.AsksAsync("desk:undo", "Отмена");
        await page.GotoAsync($"{Home}queue/{review}");
        await page.Locator("[data-key=approve]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Решено.");
        Assert.Contains(Label, await newsroom.LabelsAsync("desk:undo"), StringComparison.Ordinal);
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Отменено");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(review));
        await Expect(page.Locator("[data-key=approve]")).ToBeVisibleAsync();
        Assert.DoesNotContain(Label, await newsroom.LabelsAsync("desk:undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_one_question_for_several_articles_and_takes_it_back()
    {
        var page = await ModeratorAsync("group");
        for (var i = 0; i < 3; i++)
        {
            await newsroom.AsksAsync($"desk:group-{i}", $"Группа {i}", "Вчера Пётр Травкин приехал в порт.");
        }

        await page.GotoAsync($"{Home}queue?q=Группа");
        await page.Locator("a[href*='/queue/groups/']").First.ClickAsync();
        await Expect(page.Locator(".group-articles li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".context").First).ToContainTextAsync("Травкин");
        await page.Locator(".group-articles input").First.UncheckAsync();
        await page.Locator("[data-key=approve]").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("Решено в 2 статьях");
        await page.Locator("#outcome [data-key=undo]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Отменено");
        await page.GotoAsync($"{Home}queue?q=Группа");
        await Expect(page.Locator(".line")).ToHaveCountAsync(3);

        // By the keyboard: without a reason there is no rejecting, and Ctrl and Enter in the reason's field reject.
        await page.Locator("a[href*='/queue/groups/']").First.ClickAsync();
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Это другой Пётр.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#outcome")).ToContainTextAsync("Решено в 3 статьях");
        await page.GotoAsync($"{Home}queue?view=decided");
        await Expect(page.Locator(".line", new() { HasText = "Группа" })).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Keeps_the_list_live_filters_and_keys_of_ones_own()
    {
        var page = await ModeratorAsync("live");
        await page.GotoAsync($"{Home}queue?q=Живая");
        await ReadyAsync(page);
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await newsroom.AsksAsync("desk:live", "Живая очередь");
        await Expect(page.Locator(".line-title")).ToHaveTextAsync("Живая очередь");
        await Expect(page.Locator("#queue-news")).ToHaveTextAsync("Очередь изменилась.");
        await page.Locator("#f-name").FillAsync("Моё");
        await page.Locator("#f-name").PressAsync("Enter");
        await page.Locator(".saved a").ClickAsync();
        await Expect(page.Locator(".line")).ToHaveCountAsync(1);

        await page.GotoAsync($"{Home}queue/keys");
        await page.Locator("#key-approve").FillAsync("j");
        await page.Locator("main form .primary").ClickAsync();
        await Expect(page.Locator(".told.problem")).ToContainTextAsync("«j»");
        await page.Locator("#key-approve").FillAsync("y");
        await page.Locator("main form .primary").ClickAsync();
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await page.GotoAsync($"{Home}queue?q=Живая");
        await page.Locator(".line-title").ClickAsync();
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator("[data-key=approve] kbd")).ToHaveTextAsync("y");
        await page.Keyboard.PressAsync("y");
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Решено.");
    }

    private static Task ReadyAsync(IPage page) => page.Locator("html[data-desk]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private Task<IPage> ModeratorAsync(string name) => newsroom.StaffOf(site).JoinsAsync($"{name}@example.org", $"Модератор {name}", "moderator");
}
