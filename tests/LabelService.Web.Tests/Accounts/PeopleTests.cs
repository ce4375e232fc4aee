using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Accounts;

public sealed class PeopleTests
{
    [Fact]
    public async Task Invites_by_a_link_that_sets_the_password_once()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        var link = await InviteAsync(admin, "vera@example.org", PersonRoles.Moderator);
        using var vera = new Visitor(service);

        Assert.Contains("vera@example.org", await vera.ReadAsync(link), StringComparison.Ordinal);
        using var tooShort = await vera.PostAsync(link, link, ("password", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, tooShort.StatusCode);
        using var set = await vera.PostAsync(link, link, ("password", Visitor.Password));
        Assert.Equal("/sign-in?done=password", set.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await vera.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await vera.SignInAsync("vera@example.org", Visitor.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await vera.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_an_invitation_is_refused()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);

        using var refused = await admin.PostAsync("/people/new", "/people", ("email", "no address"), ("name", "Vera \"<b>"), ("language", "ru"), ("roles", "senior"), ("sites", "a, b"));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("The e-mail must be an address", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Vera &quot;&lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"senior\" checked", page, StringComparison.Ordinal);
        Assert.Contains("value=\"a, b\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_roles_disables_and_enables_at_once()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var viewer = await Visitor.EnterAsAsync(service, PersonRoles.Viewer);
        var address = await AddressOfAsync(admin, "viewer@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync("/people")).StatusCode);

        using var given = await admin.PostAsync(address, address, ("name", "Now more"), ("roles", "administrator"), ("sites", "*"));
        Assert.Equal($"{address}?done=given", given.Headers.Location!.OriginalString);
        Assert.Contains("Now more", await viewer.ReadAsync("/people"), StringComparison.Ordinal);

        using var disabled = await admin.PostAsync(address, $"{address}/disable");
        Assert.Equal(HttpStatusCode.Redirect, (await viewer.GetAsync("/me")).StatusCode);
        Assert.Contains("disabled", await admin.ReadAsync(address), StringComparison.Ordinal);
        using var enabled = await admin.PostAsync(address, $"{address}/enable");
        Assert.Equal(HttpStatusCode.Redirect, (await viewer.SignInAsync("viewer@example.org", Visitor.Password)).StatusCode);
    }

    [Fact]
    public async Task Unlocks_and_makes_a_link_for_a_forgotten_password()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var viewer = await Visitor.EnterAsAsync(service, PersonRoles.Viewer);
        var address = await AddressOfAsync(admin, "viewer@example.org");
        using var forgetful = new Visitor(service);
        for (var i = 0; i < 5; i++)
        {
            await forgetful.SignInAsync("viewer@example.org", "not the password");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await forgetful.SignInAsync("viewer@example.org", Visitor.Password)).StatusCode);
        Assert.Contains($"{address}/unlock", await admin.ReadAsync(address), StringComparison.Ordinal);
        using var unlocked = await admin.PostAsync(address, $"{address}/unlock");
        Assert.Equal(HttpStatusCode.Redirect, (await forgetful.SignInAsync("viewer@example.org", Visitor.Password)).StatusCode);

        using var made = await admin.PostAsync(address, $"{address}/link");
        var link = LinkIn(await made.Content.ReadAsStringAsync());
        using var set = await forgetful.PostAsync(link, link, ("password", "the new long password"));
        Assert.Equal(HttpStatusCode.Redirect, (await viewer.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Keeps_the_last_administrator_and_says_why()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        var address = await AddressOfAsync(admin, Visitor.AdminEmail);

        using var disabled = await admin.PostAsync(address, $"{address}/disable");

        Assert.Equal(HttpStatusCode.BadRequest, disabled.StatusCode);
        Assert.Contains("last administrator in force", await disabled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/people/usr_nobody")).StatusCode);
    }

    [Fact]
    public async Task Changes_the_own_password_and_ends_the_other_sessions_only()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var here = await Visitor.EnterAsync(service);
        using var elsewhere = await Visitor.EnterAsync(service);

        using var wrong = await here.PostAsync("/me", "/me/password", ("present", "not the password"), ("password", "the new long password"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var changed = await here.PostAsync("/me", "/me/password", ("present", Visitor.Password), ("password", "the new long password"));

        Assert.Equal("/me?done=password", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/me")).StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{constructor}}")]
    public async Task Shows_a_hostile_name_as_a_name(string name)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var renamed = await admin.PostAsync("/me", "/me", ("name", name), ("language", "en"));

        Assert.Equal("/me?done=name", renamed.Headers.Location!.OriginalString);
        foreach (var path in new[] { "/me", "/people", "/", "/registries", await AddressOfAsync(admin, Visitor.AdminEmail) })
        {
            var page = await admin.ReadAsync(path);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Never_logs_the_end_of_a_link()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Path = await InviteAsync(admin, "vera@example.org", PersonRoles.Editor);

        Assert.Equal("/welcome/…", LabelService.Web.Http.LoggedPath.Of(context));
        context.Request.Path = "/people";
        Assert.Equal("/people", LabelService.Web.Http.LoggedPath.Of(context));
    }

    [Fact]
    public async Task Gives_a_link_with_the_public_address_where_one_is_set()
    {
        await using var service = await Visitor.StartServiceAsync("Labels:PublicUrl=https://labels.example.org/desk/");
        using var admin = await Visitor.EnterAsync(service);
        using var made = await admin.PostAsync("/people/new", "/people", ("email", "vera@example.org"), ("name", "Vera"), ("language", "en"), ("roles", "editor"), ("sites", "default"));
        Assert.Contains(">https://labels.example.org/desk/welcome/", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> InviteAsync(Visitor admin, string email, string role)
    {
        using var made = await admin.PostAsync("/people/new", "/people", ("email", email), ("name", "Vera"), ("language", "en"), ("roles", role), ("sites", "default"));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return LinkIn(await made.Content.ReadAsStringAsync());
    }

    private static string LinkIn(string page)
    {
        var at = page.IndexOf("/welcome/", page.IndexOf("id=\"link\"", StringComparison.Ordinal), StringComparison.Ordinal);
        return page[at..page.IndexOf('<', at)];
    }

    private static async Task<string> AddressOfAsync(Visitor admin, string email)
    {
        var page = await admin.ReadAsync($"/people?q={Uri.EscapeDataString(email)}");
        var at = page.IndexOf("/people/usr_", StringComparison.Ordinal);
        return page[at..page.IndexOf('"', at)];
    }
}
