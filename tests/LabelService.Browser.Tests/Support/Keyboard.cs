namespace LabelService.Browser.Tests.Support;

/// <summary>What hands do without a mouse.</summary>
internal static class Keyboard
{
    private const int MostSteps = 150;

    /// <summary>Goes forward with the Tab key until the focus is there.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await page.Locator(selector).First.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key.");
    }

    public static async Task PressOnAsync(this IPage page, string selector, string key = "Enter")
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Replaces everything in what has the focus, as a paste does.</summary>
    public static async Task ReplaceAllAsync(this IPage page, string text)
    {
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }
}
