using System.Collections.Concurrent;

namespace LabelService.Browser.Tests.Support;

/// <summary>People of a newsroom, made as an administrator makes them: invited on the page, with a link that they follow themselves.</summary>
/// <param name="of">The site whose articles they see.</param>
internal sealed class Staff(Site site, Uri address, string of = "default")
{
    private const string Password = "long-enough-for-a-test-1";

    /// <summary>An administrator signs in once a service, and stays: to enter is meant to be slow, and many are invited.</summary>
    private static readonly ConcurrentDictionary<Uri, Administrator> Administrators = new();

    /// <summary>Invites somebody and gives back a page on which they are signed in.</summary>
    public async Task<IPage> JoinsAsync(string email, string name, string role, string language = "ru", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var page = await site.BlankAsync(language, scheme, width, script: script);
        var link = await Administrators.GetOrAdd(address, _ => new()).InviteAsync(site, address, email, name, language, of, role);
        await page.Context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = address.ToString() }]);
        await page.SetPasswordAsync(link, Password);
        await page.SignInAsync(address, email, Password);
        return page;
    }

    private sealed class Administrator
    {
        private readonly SemaphoreSlim _oneByOne = new(1, 1);
        private IPage? _page;

        public async Task<string> InviteAsync(Site site, Uri address, string email, string name, string language, string of, string role)
        {
            await _oneByOne.WaitAsync();
            try
            {
                if (_page is null)
                {
                    var page = await site.LastingAsync();
                    await page.SignInAsync(address);
                    _page = page;
                }

                return await _page.InviteAsync(address, email, name, language, of, role);
            }
            finally
            {
                _oneByOne.Release();
            }
        }
    }
}
