using LabelService.Browser.Tests.Support;

[assembly: AssemblyFixture(typeof(Site))]
[assembly: EndsContexts]

namespace LabelService.Browser.Tests.Support;

/// <summary>One service and one browser for all tests; every test has a browser context of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningService? _service;

    public Uri Address => _service!.Address;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _service = await RunningService.StartAsync();
        // A loaded machine is slow; what never comes is still found.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options);
    }

    /// <summary>A fresh page at <c>/</c>, ready and with its first answer.</summary>
    public async Task<IPage> OpenAsync(string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
    {
        var page = await BlankAsync(language, scheme, width, height);
        await page.GotoAsync(Address.ToString());
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>A page that has not gone anywhere yet, for whoever wants to listen first.</summary>
    public async Task<IPage> BlankAsync(string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900, bool script = true)
    {
        Assert.SkipWhen(_browser is null, "No Chromium on this machine; as root: apt-get install chromium");
        await EndedContexts.CloseAsync();
        var page = await LastingAsync(language, scheme, width, height, script);
        EndedContexts.Note(page.Context);
        return page;
    }

    /// <summary>A page that outlives the test which opens it.</summary>
    public async Task<IPage> LastingAsync(string language = "en", ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            Locale = language == "ru" ? "ru-RU" : "en-GB",
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(150_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await SharedServices.StopAsync();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}
