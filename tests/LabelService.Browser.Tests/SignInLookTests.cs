namespace LabelService.Browser.Tests;

/// <summary>The pages for people in every language, theme and width: nothing that axe-core finds, nothing that scrolls sideways.</summary>
public sealed class SignInLookTests(Site site)
{
    [Theory]
    [InlineData("en", ColorScheme.Light, 360)]
    [InlineData("en", ColorScheme.Dark, 1280)]
    [InlineData("ru", ColorScheme.Dark, 360)]
    [InlineData("ru", ColorScheme.Light, 1280)]
    public async Task Finds_no_violation_on_any_page(string language, ColorScheme scheme, int width)
    {
        var page = await BlankAsync(language, scheme, width);
        var look = new Look(page, $"{language}-{scheme}-{width}".ToLowerInvariant(), width);
        await page.GotoAsync($"{site.Address}sign-in");
        await look.AtAsync("sign-in");
        await page.Locator("#email").FillAsync("nobody@example.org");
        await page.Locator("#password").FillAsync("not the password");
        await page.Locator("main .primary").ClickAsync();
        await look.AtAsync("sign-in-refused");

        await page.SignInAsync(site.Address);
        var email = $"{language}{scheme}{width}@example.org";
        var link = await page.InviteAsync(site.Address, email, "Константинопольская-Преображенская Александра", language, "default", "editor", "senior");
        await look.AtAsync("link");
        foreach (var (part, path) in new[] { ("people", "people"), ("people-none", "people?q=nobody-of-this-name"), ("invite", "people/new"), ("no-person", "people/nobody"), ("me", "me"), ("home", ""), ("registers", "registries") })
        {
            await page.GotoAsync($"{site.Address}{path}");
            await look.AtAsync(part);
        }

        await page.GotoAsync($"{site.Address}people?q={email}");
        await page.Locator(".person-name a").ClickAsync();
        await look.AtAsync("person");
        await LookAtTheirsAsync(language, scheme, width, email, link);
    }

    private async Task LookAtTheirsAsync(string language, ColorScheme scheme, int width, string email, string link)
    {
        const string Password = "a rather long one";
        var page = await BlankAsync(language, scheme, width);
        var look = new Look(page, $"{language}-{scheme}-{width}".ToLowerInvariant(), width);
        await page.GotoAsync(link);
        await look.AtAsync("welcome");
        await page.SetPasswordAsync(link, Password);
        await look.AtAsync("sign-in-done");
        await page.GotoAsync(link);
        await look.AtAsync("link-bad");
        await page.SignInAsync(site.Address, email, Password);
        await page.GotoAsync($"{site.Address}people");
        await look.AtAsync("refused");
        await page.GotoAsync($"{site.Address}me");
        await page.Locator("#key-name").FillAsync("Плагин редакционной системы");
        await page.Locator("#key-name").PressAsync("Enter");
        await look.AtAsync("me-key");
        await page.Locator("#present").FillAsync("not the password");
        await page.Locator("#new-password").FillAsync("short but not too short");
        await page.Locator("form[action='/me/password'] .primary").ClickAsync();
        await look.AtAsync("me-refused");

        await page.GotoAsync($"{site.Address}me/second-factor");
        await look.AtAsync("factor-off");
        await page.Locator("main .primary").ClickAsync();
        await look.AtAsync("factor-begun");
        await page.Locator("#code").FillAsync(Authenticator.CodeOf(await page.Locator("#totp").InnerTextAsync()));
        await page.Locator("main .primary").ClickAsync();
        await look.AtAsync("factor-codes");
        var recovery = await page.Locator(".codes code").First.InnerTextAsync();
        await page.Locator(".nav form button").ClickAsync();
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("main .primary").ClickAsync();
        await look.AtAsync("code");
        await page.Locator("#code").FillAsync(recovery);
        await page.Locator("main .primary").ClickAsync();
        await Expect(page.Locator(".nav-name")).ToBeVisibleAsync();
    }

    /// <summary>The language is chosen, as by the switch: else the account's own comes with signing in.</summary>
    private async Task<IPage> BlankAsync(string language, ColorScheme scheme, int width)
    {
        var page = await site.BlankAsync(language, scheme, width, 740);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = site.Address.ToString() }]);
        return page;
    }
}
