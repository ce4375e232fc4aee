using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>A queue with nothing in it.</summary>
public sealed class EmptyQueueTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Says_what_is_not_there_and_what_to_do()
    {
        var page = await newsroom.StaffOf(site).JoinsAsync("empty@example.org", "Модератор", "moderator");
        foreach (var (address, words) in new[]
        {
            ("queue", "Для вас ничего нет"), ("queue?view=claimed", "У вас в работе ничего нет"), ("queue?view=escalated", "Старшим ничего не передано"),
            ("queue?view=appealed", "Возражений нет"), ("queue?view=decided", "Пока ничего не решено"), ("queue?q=нет-такого", "Под этот фильтр ничего не подходит"),
        })
        {
            await page.GotoAsync($"{Home}{address}");
            await Expect(page.Locator(".empty h2")).ToHaveTextAsync(words);
        }

        await page.Locator(".empty a").ClickAsync();
        await Expect(page.Locator(".empty h2")).ToHaveTextAsync("Для вас ничего нет");
        await page.GotoAsync($"{Home}queue?cursor=nonsense");
        await Expect(page.Locator(".told.problem")).ToContainTextAsync("Адрес не прочитан");
        await page.GotoAsync($"{Home}queue/none");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Такого вопроса нет");
        await page.GotoAsync($"{Home}queue/groups/none");
        await Expect(page.Locator(".empty h2")).ToHaveTextAsync("Этот вопрос больше нигде не ждёт");
    }
}
