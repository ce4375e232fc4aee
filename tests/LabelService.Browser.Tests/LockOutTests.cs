namespace LabelService.Browser.Tests;

/// <summary>Whoever guesses a password is locked out, and somebody who knows it with them; an administrator opens again.</summary>
public sealed class LockOutTests(Site site)
{
    private const string Password = "a long one for this test";
    private const string Email = "locked@example.org";

    [Fact]
    public async Task Locks_an_account_after_five_guesses_until_it_is_unlocked()
    {
        var admin = await site.BlankAsync();
        await admin.SignInAsync(site.Address);
        var link = await admin.InviteAsync(site.Address, Email, "Vera Guesswork", "en", "default", "moderator");
        var page = await site.BlankAsync();
        await page.SetPasswordAsync(link, Password);
        for (var guess = 1; guess <= 5; guess++)
        {
            await TryAsync(page, $"guess number {guess}");
            await Expect(page.Locator("[role=alert]")).ToContainTextAsync("After five wrong tries");
        }

        await TryAsync(page, Password);
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("locked");
        await page.GotoAsync($"{site.Address}queue");
        await Expect(page.Locator("#password")).ToBeVisibleAsync();

        await admin.GotoAsync($"{site.Address}people?q=Guesswork");
        await Expect(admin.Locator(".states")).ToContainTextAsync("locked");
        await admin.Locator(".person-name a").ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Expect(admin.Locator("[role=status]")).ToContainTextAsync("unlocked");
        await page.SignInAsync(site.Address, Email, Password);
        await Expect(page.Locator(".nav-name")).ToHaveTextAsync("Vera Guesswork");
    }

    private async Task TryAsync(IPage page, string password)
    {
        await page.GotoAsync($"{site.Address}sign-in");
        await page.Locator("#email").FillAsync(Email);
        await page.Locator("#password").FillAsync(password);
        await page.RunAndWaitForResponseAsync(() => page.Locator("#password").PressAsync("Enter"), r => r.Request.Method == "POST");
    }
}
