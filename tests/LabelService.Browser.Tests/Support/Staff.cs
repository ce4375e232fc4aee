namespace LabelService.Browser.Tests.Support;

/// <summary>People of a newsroom, made as an administrator makes them: invited on the page, with a link that they follow themselves.</summary>
internal sealed class Staff(Site site, Uri address)
{
    private const string Password = "long-enough-for-a-test-1";

    /// <summary>A page of the administrator that the settings made.</summary>
    public Task<IPage> AdministratorAsync() => SignInAsync("admin@example.org", RunningService.AdminPassword, "en", 1280);

    /// <summary>Invites somebody and gives back a page on which they are signed in.</summary>
    public async Task<IPage> JoinsAsync(string email, string name, string role, string language = "ru", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var administrator = await AdministratorAsync();
        await administrator.GotoAsync($"{address}people/new");
        await administrator.Locator("#email").FillAsync(email);
        await administrator.Locator("#name").FillAsync(name);
        await administrator.Locator("#language").SelectOptionAsync(language);
        await administrator.Locator($"input[name=roles][value={role}]").CheckAsync();
        await administrator.Locator("form[action='/people'] button[type=submit]").ClickAsync();
        var link = await administrator.Locator("#link").TextContentAsync();
        await administrator.Context.CloseAsync();
        var page = await site.BlankAsync(language, width: width, scheme: scheme);
        await page.GotoAsync(link!.Trim());
        await page.Locator("#new-password").FillAsync(Password);
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
        await EnterAsync(page, email, Password);
        return page;
    }

    private async Task<IPage> SignInAsync(string email, string password, string language, int width)
    {
        var page = await site.BlankAsync(language, width: width);
        await page.GotoAsync($"{address}sign-in");
        await EnterAsync(page, email, password);
        return page;
    }

    private static async Task EnterAsync(IPage page, string email, string password)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
