using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>The whole desk with scripts switched off: forms and links alone.</summary>
public sealed class PlainDeskTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Works_through_a_queue_without_a_script()
    {
        var page = await PlainAsync("shift");
        var (first, second) = (await newsroom.AsksAsync("plain:1", "Простая первая"), await newsroom.AsksAsync("plain:2", "Простая вторая"));
        await page.GotoAsync($"{Home}queue");
        await page.Locator(".filter summary").ClickAsync();
        await page.Locator("#f-q").FillAsync("простая");
        await page.Locator(".filter-acts button").ClickAsync();
        await Expect(page.Locator(".line")).ToHaveCountAsync(2);
        await page.Locator(".queue-tools [data-key=next]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Простая первая");
        await Expect(page.Locator("#yours")).ToBeVisibleAsync();
        await page.Locator("summary[data-key=comment]").ClickAsync();
        await page.Locator("#say-comment").FillAsync("Посмотрела и сомневаюсь.");
        await page.Locator("[data-fold=comment] button").ClickAsync();
        await Expect(page.Locator(".note-text").First).ToHaveTextAsync("Посмотрела и сомневаюсь.");
        await page.Locator("[data-key=near]").ClickAsync();
        await page.Locator(".back").ClickAsync();

        await page.Locator("button[data-key=approve]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Простая первая");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Простая вторая");
        await page.Locator(".told [data-key=undo]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Отменено");
        Assert.Contains(first, page.Url, StringComparison.Ordinal);

        await page.Locator("summary[data-key=reject]").ClickAsync();
        await page.Locator("#reason-1-reject").FillAsync("Это другая Лидия.");
        await page.Locator("[data-fold=reject] button").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Простая вторая");
        await page.Locator("summary[data-key=edit]").ClickAsync();
        await page.Locator("#text-1-ru").FillAsync("Не о том.");
        await page.Locator("#reason-1-edit").FillAsync("Так короче.");
        await page.Locator("[data-fold=edit] button").ClickAsync();
        await Expect(page.Locator("#text-1-ru")).ToHaveValueAsync("Не о том.");
        await page.Locator("[data-key=skip]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Пропущено");
        await page.GotoAsync($"{Home}queue/{second}");
        await page.Locator("summary[data-key=escalate]").ClickAsync();
        await page.Locator("#say-escalate").FillAsync("Пусть решит старший.");
        await page.Locator("[data-fold=escalate] button").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Передано старшему");
    }

    [Fact]
    public async Task Answers_a_group_keeps_a_filter_and_changes_keys_without_a_script()
    {
        var page = await PlainAsync("group");
        for (var i = 0; i < 3; i++)
        {
            await newsroom.AsksAsync($"plain:group-{i}", $"Сводная {i}", "Вчера Пётр Травкин приехал в порт.", "Автор Сводный");
        }

        await page.GotoAsync($"{Home}queue?q=Сводная");
        await page.Locator("#f-name").FillAsync("Сводные");
        await page.Locator(".save-filter button").ClickAsync();
        await page.GotoAsync($"{Home}queue");
        await page.Locator(".saved a").ClickAsync();
        await Expect(page.Locator(".line")).ToHaveCountAsync(3);
        await page.Locator("a[href*='/queue/groups/']").First.ClickAsync();
        await page.Locator("button[data-key=reject]").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("Напишите почему");
        await page.Locator("#reason").FillAsync("Это другой Пётр.");
        await page.Locator("button[data-key=reject]").ClickAsync();
        await Expect(page.Locator("#outcome")).ToContainTextAsync("Решено в 3 статьях");
        await page.Locator("#outcome [data-key=undo]").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Отменено");

        await page.GotoAsync($"{Home}queue/keys");
        await page.Locator("#key-approve").FillAsync("z");
        await page.Locator("main form .primary").ClickAsync();
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await Expect(page.Locator("#key-approve")).ToHaveValueAsync("z");
        await page.GotoAsync($"{Home}queue");
        await page.Locator(".saved button").ClickAsync();
        await Expect(page.Locator(".saved")).ToHaveCountAsync(0);
    }

    private Task<IPage> PlainAsync(string name) => newsroom.StaffOf(site).JoinsAsync($"plain-{name}@example.org", "Мария Простая", "moderator", script: false);
}
