using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LabelService.Browser.Tests.Support;

/// <summary>The way in, as a person takes it.</summary>
internal static class Door
{
    public const string Email = "admin@example.org";
    public const string Password = "Browser-tests-only-1";

    /// <summary>Tests come at once, and the door counts parallel tries at one account as guesses.</summary>
    private static readonly ConcurrentDictionary<(Uri Address, string Email), SemaphoreSlim> OneByOne = new();

    public static async Task SignInAsync(this IPage page, Uri address, string email = Email, string password = Password)
    {
        var turn = OneByOne.GetOrAdd((address, email), _ => new(1, 1));
        await turn.WaitAsync();
        try
        {
            await EnterAsync(page, address, email, password);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task EnterAsync(IPage page, Uri address, string email, string password)
    {
        await page.GotoAsync($"{address}sign-in?return=/me");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");

        // Not by waiting for the address: where it is reached already, that waits for an event that has passed.
        await Expect(page).ToHaveURLAsync($"{address}me");
    }

    /// <param name="of">The site whose articles they see.</param>
    /// <returns>The one-time link.</returns>
    public static async Task<string> InviteAsync(this IPage page, Uri address, string email, string name, string language, string of, params string[] roles)
    {
        await page.GotoAsync($"{address}people/new");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#language").SelectOptionAsync(language);
        await page.Locator("#sites").FillAsync(of);
        foreach (var role in new[] { "viewer", "editor", "moderator", "senior", "rule-author", "administrator" })
        {
            await page.Locator($"[name=roles][value={role}]").SetCheckedAsync(roles.Contains(role));
        }

        await page.Locator("main form .primary[type=submit]").ClickAsync();
        return await page.Locator("#link").InnerTextAsync();
    }

    public static async Task SetPasswordAsync(this IPage page, string link, string password)
    {
        await page.GotoAsync(link);
        await page.Locator("#new-password").FillAsync(password);
        await page.Locator("main .primary").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in\\?done=password$"));
    }
}
