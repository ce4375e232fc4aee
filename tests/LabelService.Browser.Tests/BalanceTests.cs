using System.Net.Http.Json;
using LabelService.Browser.Tests.Support;

namespace LabelService.Browser.Tests;

/// <summary>Nobody decides alone what two must, nobody judges their own decision, and no wording says less than its rule.</summary>
public sealed class BalanceTests(Site site, Newsroom newsroom) : IClassFixture<Newsroom>
{
    private Uri Home => newsroom.Address;

    [Fact]
    public async Task Leaves_an_appeal_to_somebody_else()
    {
        var review = await newsroom.AsksAsync("balance:appeal", "Возражение");
        var (first, second) = (await PersonAsync("appeal-first", "Анна Решившая"), await PersonAsync("appeal-second", "Борис Другой"));
        await first.GotoAsync($"{Home}queue/{review}");
        await first.Locator("[data-key=approve]").ClickAsync();
        await first.GotoAsync($"{Home}queue/{review}");
        await first.Locator("summary[data-key=appeal]").ClickAsync();
        await first.Locator("#say-appeal").FillAsync("Мне написали, что это другая Лидия.");
        await first.Locator("[data-fold=appeal] button").ClickAsync();

        await Expect(first.Locator(".told.done")).ToContainTextAsync("Заново решит кто-то другой");
        await Expect(first.Locator("#another")).ToContainTextAsync("тот, кто не принимал решения");
        await Expect(first.Locator(".deciding")).ToHaveCountAsync(0);
        var (_, seen) = await first.CallAsync("GET", $"/v1/reviews/{review}");
        var decision = new { revision = seen.GetProperty("revision").GetInt32(), decisions = new[] { new { disclosureId = seen.GetProperty("questions")[0].GetProperty("disclosureId").GetString(), action = "approve" } } };
        var (status, problem) = await first.CallAsync("POST", $"/v1/reviews/{review}/decision", decision);
        Assert.Equal((403, "same-person"), (status, problem.GetProperty("code").GetString()));

        // Looking at it keeps nobody from it, and until then the decision stands.
        Assert.Contains("вымышленный реестр", await newsroom.LabelsAsync("balance:appeal"), StringComparison.Ordinal);
        await second.GotoAsync($"{Home}queue?view=appealed");
        await second.Locator($"[data-id={review}] .line-title").ClickAsync();
        await Expect(second.Locator(".note-text", new() { HasText = "другая Лидия" })).ToBeVisibleAsync();
        await Expect(second.Locator(".question .note")).ToContainTextAsync("Анна Решившая");
        await second.Locator("summary[data-key=reject]").ClickAsync();
        await second.Locator("#reason-1-reject").FillAsync("Возражение верно.");
        await second.Locator("[data-fold=reject] button").ClickAsync();
        await Expect(second.Locator(".told.done")).ToContainTextAsync("Решено");
        Assert.DoesNotContain("вымышленный реестр", await newsroom.LabelsAsync("balance:appeal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_the_second_of_two_persons()
    {
        var review = await newsroom.AsksOfPaperAsync("balance:two", "Two agree", QuestionRules.Twin);
        var (first, second) = (await PersonAsync("two-first", "Вера Первая"), await PersonAsync("two-second", "Глеб Второй"));
        await first.GotoAsync($"{Home}queue/{review}");
        await Expect(first.Locator(".state-sheet")).ToContainTextAsync("согласиться должны 2 человека");
        await first.Locator("[data-key=approve]").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("должен согласиться ещё один человек");
        await first.GotoAsync($"{Home}queue/{review}");
        await Expect(first.Locator("#another")).ToContainTextAsync("вы были первым");
        await Expect(first.Locator(".deciding")).ToHaveCountAsync(0);
        await first.GotoAsync($"{Home}queue");
        await Expect(first.Locator(".views")).ToBeVisibleAsync();
        await Expect(first.Locator($"[data-id={review}]")).ToHaveCountAsync(0);
        Assert.DoesNotContain("second register", await newsroom.LabelsAsync("balance:two"), StringComparison.Ordinal);

        await second.GotoAsync($"{Home}queue/{review}");
        await Expect(second.Locator(".question .note")).ToContainTextAsync("Вера Первая");
        await Expect(second.Locator(".question .note")).ToContainTextAsync("первое из двух");
        await second.Locator("[data-key=approve]").ClickAsync();
        await Expect(second.Locator(".told.done")).ToContainTextAsync("Решено");
        Assert.Contains("second register", await newsroom.LabelsAsync("balance:two"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agrees_to_the_very_words_that_the_first_of_two_wrote()
    {
        const string Words = "A second register includes The Invented Twin, so this newsroom was told.";
        var review = await newsroom.AsksOfPaperAsync("balance:words", "Two agree on words", QuestionRules.Twin);
        var (first, second) = (await PersonAsync("words-first", "Лев Первый"), await PersonAsync("words-second", "Майя Вторая"));
        await first.GotoAsync($"{Home}queue/{review}");
        await first.Locator("summary[data-key=edit]").ClickAsync();
        await first.Locator("#text-1-en").FillAsync(Words);
        await first.Locator("#reason-1-edit").FillAsync("Так точнее.");
        await first.Locator("[data-fold=edit] button").ClickAsync();
        await Expect(first.Locator(".told.done")).ToContainTextAsync("должен согласиться ещё один человек");

        await second.GotoAsync($"{Home}queue/{review}");
        await Expect(second.Locator(".question .note blockquote")).ToHaveTextAsync(Words);
        await second.Locator("summary[data-key=edit]").ClickAsync();
        await Expect(second.Locator("#text-1-en")).ToHaveValueAsync(Words);
        await second.Locator("#reason-1-edit").FillAsync("Согласна.");
        await second.Locator("[data-fold=edit] button").ClickAsync();
        await Expect(second.Locator(".told.done")).ToContainTextAsync("Решено");
        Assert.Contains(Words, await newsroom.LabelsAsync("balance:words"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_disagreement_to_a_senior()
    {
        var review = await newsroom.AsksOfPaperAsync("balance:senior", "Two disagree", QuestionRules.Twin);
        var (first, second) = (await PersonAsync("dis-first", "Дина Первая"), await PersonAsync("dis-second", "Егор Второй"));
        var senior = await PersonAsync("dis-senior", "Жанна Старшая", "senior");
        await first.GotoAsync($"{Home}queue/{review}");
        await first.Locator("[data-key=approve]").ClickAsync();
        await Expect(first.Locator(".told.done")).ToBeVisibleAsync();
        await second.GotoAsync($"{Home}queue/{review}");
        await second.Locator("summary[data-key=reject]").ClickAsync();
        await second.Locator("#reason-1-reject").FillAsync("Это не то издание.");
        await second.Locator("[data-fold=reject] button").ClickAsync();
        await Expect(second.Locator(".told.done")).ToContainTextAsync("решит старший");
        await second.GotoAsync($"{Home}queue/{review}");
        await Expect(second.Locator(".state-sheet")).ToContainTextAsync("двое не согласились");
        await Expect(second.Locator(".state-sheet")).ToContainTextAsync("Это решает старший");
        await Expect(second.Locator(".deciding")).ToHaveCountAsync(0);

        await senior.GotoAsync($"{Home}queue?view=escalated");
        await senior.Locator($"[data-id={review}] .line-title").ClickAsync();
        await Expect(senior.Locator(".question .note")).ToContainTextAsync("Это не то издание.");
        await senior.Locator("[data-key=approve]").ClickAsync();
        await Expect(senior.Locator(".told.done")).ToContainTextAsync("Решено");
        Assert.Contains("second register", await newsroom.LabelsAsync("balance:senior"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_other_words_within_the_rules_bounds_only()
    {
        const string Outside = "Лидия Рощинская приехала в город.";
        const string Within = "Редакция сообщает: входит в вымышленный реестр Рощинская Лидия Фёдоровна.";
        var review = await newsroom.AsksAsync("balance:edit", "Правка");
        var page = await PersonAsync("edit", "Зоя Правщица");
        await page.GotoAsync($"{Home}queue/{review}");
        await page.Locator("summary[data-key=edit]").ClickAsync();
        await page.Locator("#text-1-ru").FillAsync(Outside);
        await page.Locator("#reason-1-edit").FillAsync("Так короче.");
        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator("[data-fold=edit] button").ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(400, answer.Status);
        await Expect(page.Locator(".told.problem")).ToHaveAttributeAsync("data-code", "text-out-of-bounds");
        await Expect(page.Locator("#text-1-ru")).ToHaveValueAsync(Outside);
        await Expect(page.Locator("#text-1-ru")).ToBeVisibleAsync();
        await Expect(page.Locator("#reason-1-edit")).ToHaveValueAsync("Так короче.");

        await page.Locator("#text-1-ru").FillAsync(Within);
        await page.Locator("[data-fold=edit] button").ClickAsync();
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Решено");
        Assert.Contains(Within, await newsroom.LabelsAsync("balance:edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remembers_somebody_else_also_where_the_article_has_no_name_of_its_own()
    {
        var review = await newsroom.FlagAsync(new { language = "ru", title = "Без адреса", body = "Вчера Лидия Рощинская приехала в город.", authors = new[] { new { name = "Клим Безымянный" } }, publishedAt = "2026-11-01" });
        var page = await PersonAsync("nameless", "Игорь Памятливый");
        await page.GotoAsync($"{Home}queue/{review}");
        await page.Locator("html[data-desk]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("#reason-1-not-this")).ToBeFocusedAsync();
        await Expect(page.Locator("#scope-1-not-this")).ToHaveValueAsync("author");
        await Expect(page.Locator("[data-fold=not-this] .hint")).ToContainTextAsync("ни id, ни адреса");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".told.done")).ToContainTextAsync("Решено");
        using var again = await newsroom.Cms.PostAsJsonAsync("v1/checks", new
        {
            article = new { externalId = "balance:again", language = "ru", body = "Сегодня Лидия Рощинская уехала.", authors = new[] { new { name = "Клим Безымянный" } }, publishedAt = "2026-11-02" },
        }, TestContext.Current.CancellationToken);
        Assert.Contains("\"review\":null", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<IPage> PersonAsync(string mail, string name, string role = "moderator") => newsroom.StaffOf(site).JoinsAsync($"{mail}@example.org", name, role);
}
