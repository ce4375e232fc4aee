namespace LabelService.Browser.Tests;

/// <summary>People: the way in, the own page, and what an administrator does with others.</summary>
public sealed class SignInTests(Site site)
{
    private const string Password = "another rather long one";

    [Fact]
    public async Task Leads_an_invited_person_from_the_link_to_their_work()
    {
        var admin = await site.BlankAsync();
        await admin.SignInAsync(site.Address);
        var link = await admin.InviteAsync(site.Address, "rule.author@example.org", "Rule Author", "ru", "default", "rule-author");

        var page = await site.BlankAsync();
        await page.GotoAsync(link);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Задайте пароль");
        await page.Locator("[data-lang=ru]").ClickAsync();
        await page.SetPasswordAsync(link, Password);
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Пароль установлен");
        await page.SignInAsync(site.Address, "rule.author@example.org", Password);

        await Expect(page.Locator("h1")).ToHaveTextAsync("Rule Author");
        await Expect(page.Locator(".nav a[href='/workshop']")).ToBeVisibleAsync();
        await Expect(page.Locator(".nav a[href='/people']")).ToHaveCountAsync(0);
        await page.GotoAsync(link);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Эта ссылка больше не действует");
        await page.GotoAsync($"{site.Address}people");
        await Expect(page.Locator("h1")).ToHaveTextAsync("У вас нет прав на эту страницу");
    }

    [Fact]
    public async Task Opens_and_leaves_by_the_keyboard_and_without_a_script()
    {
        var page = await site.BlankAsync();
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync($"{site.Address}sign-in");
        await Expect(page.Locator("#email")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Door.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("do not belong together");
        await Expect(page.Locator("#email")).ToHaveValueAsync(Door.Email);

        await page.SignInAsync(site.Address);
        await Expect(page.Locator(".nav-name")).ToHaveTextAsync("Administrator");
        await page.Locator(".nav form button").ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}sign-in");
        await page.GotoAsync($"{site.Address}me");
        await Expect(page.Locator("#email")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Checks_from_elsewhere_without_a_key_for_whoever_is_signed_in()
    {
        var page = await site.BlankAsync();
        var far = new Uri($"http://{Chromium.FarName}:{site.Address.Port}/");
        await page.SignInAsync(far);
        await page.GotoAsync(far.ToString());

        await page.SeesVerdictAsync("compliant");
        await Expect(page.Locator("#key-section")).ToBeHiddenAsync();
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");
        await page.GetByRole(AriaRole.Button, new() { Name = "RU", Exact = true }).ClickAsync();
        await Expect(page.Locator(".nav a[href='/registries']")).ToHaveTextAsync("Реестры");
        await page.GotoAsync($"{far}registries?q=Травкиным");
        await Expect(page.Locator(".hit")).ToContainTextAsync("Травкин");
    }

    [Fact]
    public async Task Runs_nothing_of_a_hostile_name()
    {
        const string Name = "<img src=x onerror=alert(1)>\"><script>alert(2)</script>";
        var page = await site.BlankAsync();
        var complaints = new List<string>();
        page.Dialog += (_, dialog) => { complaints.Add(dialog.Message); _ = dialog.DismissAsync(); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Add(message.Text); } };
        await page.SignInAsync(site.Address);
        var link = await page.InviteAsync(site.Address, "hostile@example.org", Name, "en", "default", "viewer");
        await Expect(page.Locator("#link-heading")).ToContainTextAsync(Name);
        await page.GotoAsync($"{site.Address}people?q=hostile");
        await Expect(page.Locator(".person-name")).ToHaveTextAsync(Name);
        await page.Locator(".person-name a").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Name);

        var other = await site.BlankAsync();
        other.Dialog += (_, dialog) => { complaints.Add(dialog.Message); _ = dialog.DismissAsync(); };
        await other.SetPasswordAsync(link, Password);
        await other.SignInAsync(site.Address, "hostile@example.org", Password);
        await other.GotoAsync(site.Address.ToString());
        await Expect(other.Locator(".nav-name")).ToHaveTextAsync(Name);

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Shows_a_key_once_and_copies_it()
    {
        var page = await site.BlankAsync();
        await page.SignInAsync(site.Address);
        await page.Locator("#key-name").FillAsync("A tool");
        await page.Locator("#key-name").PressAsync("Enter");

        var key = await page.Locator("#new-key").InnerTextAsync();
        Assert.StartsWith("person_", key, StringComparison.Ordinal);
        await page.Locator("[data-copies=new-key]").ClickAsync();
        Assert.Equal(key, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await page.GotoAsync($"{site.Address}me");
        await Expect(page.Locator("#new-key")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key “A tool”" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("revoked");
    }

    [Fact]
    public async Task Breaks_no_policy_on_any_page()
    {
        var page = await site.BlankAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Add($"{page.Url}: {message.Text}"); } };
        page.PageError += (_, error) => complaints.Add(error);
        await page.SignInAsync(site.Address);
        foreach (var path in new[] { "me", "me/second-factor", "people", "people/new", "people?q=nobody-of-this-name" })
        {
            await page.GotoAsync($"{site.Address}{path}");
            await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        Assert.Empty(complaints);
    }
}
