using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>A claim that ends in the middle of a decision, because the tab was frozen or the network was away: nothing is decided twice, and no word is lost.</summary>
public sealed class LeaseTests(Site site, HastyNewsroom newsroom) : IClassFixture<HastyNewsroom>
{
    private const string Typed = "Это другая Лидия: она поёт в хоре, и о ней нет записи.";

    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Keeps_what_was_typed_when_somebody_else_took_over_and_decided()
    {
        var review = await newsroom.AsksAsync("lease:taken", "Перехват");
        var (first, second) = (await ModeratorAsync("Анна Первая"), await ModeratorAsync("Борис Второй"));
        await StallAsync(first, review);
        await second.GotoAsync($"{Home}queue/{review}");
        await TakeOverAsync(second);

        await SendAsync(first, 409);
        await Expect(first.Locator(".told.problem")).ToContainTextAsync("Сейчас над этим работает: Борис Второй");
        await Expect(first.Locator("#held")).ToContainTextAsync("Борис Второй");
        await Expect(first.Locator("#kept-reason")).ToHaveValueAsync(Typed);

        await second.Locator("[data-key=approve]").ClickAsync();
        await Expect(second.Locator(".told.done")).ToBeVisibleAsync();
        var answer = await first.RunAndWaitForResponseAsync(() => first.Locator("#kept button[type=submit]").ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(409, answer.Status);
        await Expect(first.Locator(".told.problem")).ToContainTextAsync("До вас это решил: Борис Второй");
        await Expect(first.Locator(".question .note")).ToContainTextAsync("подтверждено");
        await Expect(first.Locator("#kept-reason")).ToHaveValueAsync(Typed);

        // And the words still serve: as the reason why somebody else should decide again.
        await first.Locator("#kept button[type=submit]").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("Заново решит кто-то другой");
        await Expect(first.Locator(".note-text").First).ToHaveTextAsync(Typed);
    }

    [Fact]
    public async Task Sends_what_was_kept_once_it_is_free_again()
    {
        var review = await newsroom.AsksAsync("lease:free", "Возврат");
        var (first, second) = (await ModeratorAsync("Вера Первая"), await ModeratorAsync("Глеб Второй"));
        await StallAsync(first, review);
        await second.GotoAsync($"{Home}queue/{review}");
        await TakeOverAsync(second);
        await SendAsync(first, 409);
        await second.Locator("[data-key=release]").ClickAsync();
        await second.WaitForURLAsync("**/queue?done=released");

        await first.Locator("#kept button[type=submit]").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("Решено");
        await first.GotoAsync($"{Home}queue/{review}");
        await Expect(first.Locator(".question .note")).ToContainTextAsync(Typed);
    }

    [Fact]
    public async Task Decides_all_the_same_where_nobody_took_it()
    {
        var review = await newsroom.AsksAsync("lease:nobody", "Никто не взял");
        var first = await ModeratorAsync("Дина Первая");
        await StallAsync(first, review);
        var lease = (await first.CallAsync("GET", $"/v1/reviews/{review}")).Body.GetProperty("leaseUntil").GetDateTimeOffset();
        await first.WaitForFunctionAsync("(until) => Date.now() > until", lease.ToUnixTimeMilliseconds());

        await first.Locator("[data-fold=reject] button").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("Решено");
        await first.GotoAsync($"{Home}queue/{review}");
        await Expect(first.Locator(".question .note")).ToContainTextAsync(Typed);
    }

    [Fact]
    public async Task Tells_who_has_it_while_one_still_types()
    {
        var review = await newsroom.AsksAsync("lease:told", "Пока пишут");
        var (first, second) = (await ModeratorAsync("Ева Первая"), await ModeratorAsync("Жан Второй"));
        await StallAsync(first, review);
        await second.GotoAsync($"{Home}queue/{review}");
        await TakeOverAsync(second);
        await first.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });

        await Expect(first.Locator("#lease-told")).ToContainTextAsync("Жан Второй");
        await Expect(first.Locator("#yours")).ToBeHiddenAsync();
        await Expect(first.Locator("#reason-1-reject")).ToHaveValueAsync(Typed);

        // The other one leaves: the claim is one's own again, and nothing has to be typed anew.
        await second.GotoAsync($"{Home}queue?view=decided");
        await Expect(first.Locator("#yours")).ToBeVisibleAsync();
        await Expect(first.Locator("#lease-told")).ToBeHiddenAsync();
        await Expect(first.Locator("#reason-1-reject")).ToHaveValueAsync(Typed);
        await first.Locator("[data-fold=reject] button").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("Решено");
    }

    [Fact]
    public async Task Renews_a_claim_while_the_page_lives()
    {
        var review = await newsroom.AsksAsync("lease:lives", "Живая страница");
        var (first, second) = (await ModeratorAsync("Зоя Первая"), await ModeratorAsync("Илья Второй"));
        await first.GotoAsync($"{Home}queue/{review}");
        var lease = (await first.CallAsync("GET", $"/v1/reviews/{review}")).Body.GetProperty("leaseUntil").GetDateTimeOffset();
        await first.WaitForFunctionAsync("(until) => Date.now() > until", lease.AddSeconds(1).ToUnixTimeMilliseconds());
        await second.GotoAsync($"{Home}queue/{review}");
        await Expect(second.Locator("#held")).ToContainTextAsync("Зоя Первая");
    }

    /// <summary>Opens the item, types a reason, and is cut off: nothing renews the claim any more.</summary>
    private async Task StallAsync(IPage page, string review)
    {
        await page.RouteAsync("**/renew", route => route.AbortAsync());
        await page.GotoAsync($"{Home}queue/{review}");
        await page.Locator("summary[data-key=reject]").ClickAsync();
        await page.Locator("#reason-1-reject").FillAsync(Typed);
    }

    /// <summary>Waits until the lease of whoever had it is over, as the page itself does, and takes the item.</summary>
    private static async Task TakeOverAsync(IPage page)
    {
        if (await page.Locator("#held").CountAsync() > 0)
        {
            await page.Locator("[data-key=take-over]").ClickAsync();
        }

        await Expect(page.Locator("[data-key=approve]")).ToBeVisibleAsync();
    }

    private static async Task SendAsync(IPage page, int status)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator("[data-fold=reject] button").ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(status, answer.Status);
    }

    private Task<IPage> ModeratorAsync(string name) => newsroom.StaffOf(site).JoinsAsync($"{Math.Abs(name.GetHashCode(StringComparison.Ordinal))}@example.org", name, "moderator");
}
