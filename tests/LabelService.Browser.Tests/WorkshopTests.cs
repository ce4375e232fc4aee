using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace LabelService.Browser.Tests;

/// <summary>A journalist writes a rule, in Russian and by keyboard, and a second person switches it on: the real service, the real browser.</summary>
public sealed class WorkshopTests(Site site) : IAsyncLifetime
{
    private const int Articles = 1000;
    private const int OfPartners = 40;

    private const string WithMistakes = """
        pack: our-partners
        version: 1
        jurisdiction: anny
        title: { en: Partners, ru: Партнёры }

        notices:
          - { id: partner-ru, type: partner, language: ru, pattern: "материал подготовлен при поддержке {subject}" }

        rules:
          - id: any.partner.support
            title: { en: Supported by a partner, ru: При поддержке партнёра }
            status: onn
            note: Правило нашей редакции; закон этого не требует.
            basis: [{ act: { en: Our editorial rules, ru: Редакционные правила } }]
            when:
              attribute: { name: supportedBy, exists: true }
            require:
              - disclosure: partner
                text:
                  ru: "Материал подготовлен при поддержке {{ article.attributes.supportedBy }}."
                  en: "This article was prepared with the support of {{ article.attributes.supportedBy }}."
                needs: [attributes.supportedBy]
                placement: after-boddy
            cases: cases/partners.yaml

        """;

    private const string Cases = """
        # Имена вымышлены.
        cases:
          - name: Партнёр назван, пометки нет
            article: { language: ru, body: "Мост открыли в понедельник.", attributes: { supportedBy: "фонда «Тихая гавань»" } }
            expect:
              disclosures: [{ type: partner, status: missing, text: { ru: "при поддержке фонда «Тихая гавань»" } }]
          - name: Пометка уже стоит
            article: { language: ru, body: "Мост открыли в понедельник.\n\nМатериал подготовлен при поддержке фонда «Тихая гавань».", attributes: { supportedBy: "фонда «Тихая гавань»" } }
            expect:
              disclosures: [{ type: partner, status: present }]
          - name: Партнёра нет
            article: { language: ru, body: "Мост открыли в понедельник." }
            expectNothing: true
          - name: О партнёре только рассказывают
            article: { language: ru, body: "Фонд «Тихая гавань» открыл мост в понедельник." }
            expectNothing: true

        """;

    private RunningService? _service;
    private HttpClient? _client;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        // A service of its own: what is switched on here would be on for everybody.
        _service = await RunningService.StartAsync();
        _client = new HttpClient { BaseAddress = _service.Address };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", RunningService.Key);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    [Fact]
    public async Task Lets_a_journalist_bring_a_rule_from_three_mistakes_to_readers_and_back()
    {
        await StoreArticlesAsync();
        var staff = new Staff(site, _service?.Address ?? site.Address);
        var page = await staff.JoinsAsync("author@example.org", "Автор правил", "rule-author");

        await BeginsAsync(page);
        await SeesThreeMistakesAndMendsThemAsync(page);
        await AddsCasesAsync(page);
        await TriesItOnAllArticlesAsync(page);
        await ProposesAsync(page);
        Assert.Equal("compliant", await VerdictAsync());

        await ApprovesAsync(await staff.JoinsAsync("second@example.org", "Второй человек", "senior"), page.Url);
        Assert.Equal("action-required", await VerdictAsync());
        Assert.Contains("при поддержке фонда", await LabelsAsync(3), StringComparison.Ordinal);

        await page.ReloadAsync();
        await page.PressOnAsync("form[action$='/take-back'] button");
        await Expect(page.Locator(".told")).ToHaveTextAsync("Возвращено: правила такие, как были.");
        Assert.Equal("compliant", await VerdictAsync());
        Assert.DoesNotContain("при поддержке фонда", await LabelsAsync(3), StringComparison.Ordinal);
    }

    private static async Task BeginsAsync(IPage page)
    {
        await page.PressOnAsync("a[href='/workshop']");
        await page.WaitForURLAsync("**/workshop");
        await page.TabToAsync("#name");
        await page.Keyboard.TypeAsync("our-partners");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#bench[data-ready]").WaitForAsync();
        await page.Locator("#inspection").WaitForAsync();
    }

    private static async Task SeesThreeMistakesAndMendsThemAsync(IPage page)
    {
        await page.TabToAsync("#editor-host");
        await page.ReplaceAllAsync(WithMistakes);
        var errors = page.Locator("#proof [data-severity=error][data-mark]");
        await Expect(errors).ToHaveCountAsync(3);
        await Expect(errors.Nth(0)).ToContainTextAsync("«anny»");
        await Expect(errors.Nth(1)).ToContainTextAsync("может быть, «on»?");
        await Expect(errors.Nth(2)).ToContainTextAsync("может быть, «after-body»?");
        Assert.Equal(3, await page.Locator("#editor-host").EvaluateAsync<int>("host => host.shadowRoot.querySelectorAll('.cm-lint-marker-error').length"));
        foreach (var (wrong, right) in new[] { ("anny", "any"), ("onn", "on"), ("after-boddy", "after-body") })
        {
            // The first that is left: its link leads into the text, the word is selected and written anew.
            await page.PressOnAsync("#proof .problems .jump");
            for (var letter = 0; letter < wrong.Length; letter++)
            {
                await page.Keyboard.PressAsync("Shift+ArrowRight");
            }

            await page.Keyboard.TypeAsync(right);
            await Expect(page.Locator("#proof")).Not.ToContainTextAsync($"«{wrong}»");
        }
    }

    private static async Task AddsCasesAsync(IPage page)
    {
        await page.TabToAsync("#add-file");
        await page.Keyboard.PressAsync("Enter");
        await page.ReplaceAllAsync("cases/partners.yaml");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#file-tabs [aria-selected=true]")).ToHaveTextAsync("cases/partners.yaml");
        await page.TabToAsync("#editor-host");
        await page.ReplaceAllAsync(Cases);
        await Expect(page.Locator("#inspection[data-proven=yes]")).ToBeVisibleAsync();
        await Expect(page.Locator("#proof")).ToContainTextAsync("Примеров держится: 4 из 4");
    }

    private static async Task TriesItOnAllArticlesAsync(IPage page)
    {
        await page.PressOnAsync("#try-form button");
        await Expect(page.Locator("#effect .effect-sum")).ToHaveTextAsync($"Изменится статей: {OfPartners} из {Articles}");
        await Expect(page.Locator("#effect .samples > li").First).ToContainTextAsync("partner: ничего → отсутствует");
    }

    private static async Task ProposesAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saved")).ToHaveTextAsync("Сохранено");
        await page.TabToAsync("#note");
        await page.Keyboard.TypeAsync("Читатель должен знать, кто помог.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#state")).ToHaveTextAsync("предложено");
        await Expect(page.Locator(".acts .note")).ToContainTextAsync("одобрить должен кто-то другой");
        await Expect(page.Locator("#effect .effect-sum")).ToHaveTextAsync($"Изменится статей: {OfPartners} из {Articles}");
    }

    private static async Task ApprovesAsync(IPage second, string draft)
    {
        await second.PressOnAsync("a[href='/workshop']");
        await second.PressOnAsync($"a[href='{new Uri(draft).AbsolutePath}']");
        await second.Locator("#bench[data-ready]").WaitForAsync();
        await second.PressOnAsync("form[action$='/approve'] button");
        await Expect(second.Locator("#state")).ToHaveTextAsync("включено");
    }

    private async Task StoreArticlesAsync()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Articles; i++)
        {
            var attributes = i % (Articles / OfPartners) == 3 ? ", \"attributes\": { \"supportedBy\": \"фонда «Тихая гавань»\" }" : "";
            lines.Append(CultureInfo.InvariantCulture, $$"""{"article": {"externalId": "wp:{{i}}", "language": "ru", "body": "Мост номер {{i}} открыли в понедельник."{{attributes}} } }""").Append('\n');
        }

        using var content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var answer = await _client!.PostAsync("v1/checks/batch", content);
        var answers = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Articles, answers.Length);
        Assert.DoesNotContain(answers, a => a.Contains("\"error\"", StringComparison.Ordinal));
    }

    /// <summary>Of an article that a partner supported, checked anew.</summary>
    private async Task<string?> VerdictAsync()
    {
        using var answer = await _client!.PostAsJsonAsync("v1/checks", new
        {
            article = new { language = "ru", body = "Мост открыли во вторник.", attributes = new { supportedBy = "фонда «Тихая гавань»" } },
            store = false,
        });
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return report.GetProperty("verdict").GetString();
    }

    private Task<string> LabelsAsync(int article) => _client!.GetStringAsync($"v1/labels?externalId=wp:{article}");
}
