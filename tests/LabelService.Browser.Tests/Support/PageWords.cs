namespace LabelService.Browser.Tests.Support;

/// <summary>What a person does on the page, by the names that a person would use.</summary>
internal static class PageWords
{
    public static ILocator Verdict(this IPage page) => page.Locator("#verdict");

    public static ILocator Body(this IPage page) => page.Locator("#body");

    public static ILocator Cards(this IPage page, string status) => page.Locator($"#panel-findings .card[data-status='{status}']");

    public static ILocator Marks(this IPage page) => page.Locator("#mirror mark");

    public static Task SeesVerdictAsync(this IPage page, string verdict) =>
        Expect(page.Verdict()).ToHaveAttributeAsync("data-verdict", verdict, new() { Timeout = 60_000 });

    /// <summary>What a finding's marks cover, put together: where findings overlap, its place has several.</summary>
    public static Task<string> MarkedAsync(this IPage page, string selector) => page.Locator($"#mirror {selector}")
        .EvaluateAllAsync<string>("marks => marks.map((mark) => mark.textContent).join('')");

    public static Task<string> SelectedAsync(this IPage page) => page.Body()
        .EvaluateAsync<string>("body => body.value.slice(body.selectionStart, body.selectionEnd)");

    public static Task TryAsync(this IPage page, string variant) => page.Locator($".try [data-try='{variant}']").ClickAsync();

    /// <summary>On the page about registers.</summary>
    public static async Task TryTextAsync(this IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator(".try-form .primary").ClickAsync();
        await page.Locator("#tried-heading").WaitForAsync();
    }

    public static Task SetDayAsync(this IPage page, string day) => page.Locator("#day").FillAsync(day);

    public static Task ChooseTabAsync(this IPage page, string tab) => page.Locator($"#tab-{tab}").ClickAsync();

    public static IFrameLocator Labelled(this IPage page) => page.FrameLocator("#panel-labelled iframe");
}
