using System.Collections.Concurrent;

namespace LabelService.Browser.Tests.Support;

/// <summary>People of a newsroom, made as an administrator makes them: invited on the page, with a link that they follow themselves.</summary>
internal sealed class Staff(Site site, Uri address)
{
    private const string Password = "long-enough-for-a-test-1";

    /// <summary>An administrator signs in once a service: to enter is meant to be slow, and many are invited.</summary>
    private static readonly ConcurrentDictionary<Uri, Lazy<Task<IReadOnlyList<BrowserContextCookiesResult>>>> Sessions = new();

    /// <summary>Invites somebody and gives back a page on which they are signed in.</summary>
    public async Task<IPage> JoinsAsync(string email, string name, string role, string language = "ru", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var session = await Sessions.GetOrAdd(address, _ => new(EnterAsync)).Value;
        var administrator = await site.BlankAsync();
        await administrator.Context.AddCookiesAsync(session.Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = address.ToString(), HttpOnly = c.HttpOnly }));
        var link = await administrator.InviteAsync(address, email, name, language, role);
        await administrator.Context.CloseAsync();
        var page = await site.BlankAsync(language, scheme, width, script: script);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = address.ToString() }]);
        await page.SetPasswordAsync(link, Password);
        await page.SignInAsync(address, email, Password);
        return page;
    }

    private async Task<IReadOnlyList<BrowserContextCookiesResult>> EnterAsync()
    {
        var administrator = await site.BlankAsync();
        await administrator.SignInAsync(address);
        var cookies = await administrator.Context.CookiesAsync();
        await administrator.Context.CloseAsync();
        return cookies;
    }
}
