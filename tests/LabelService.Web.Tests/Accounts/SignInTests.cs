using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task Leads_to_the_page_that_was_asked_for()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = new Visitor(service);

        using var sent = await visitor.GetAsync("/people?q=x");
        Assert.Equal("/sign-in?return=%2Fpeople%3Fq%3Dx", sent.Headers.Location!.OriginalString);
        using var entered = await visitor.SignInAsync(Visitor.AdminEmail, Visitor.Password, "/people?q=x");

        Assert.Equal((HttpStatusCode.Redirect, "/people?q=x"), (entered.StatusCode, entered.Headers.Location!.OriginalString));
        Assert.Contains("Administrator", await visitor.ReadAsync("/people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Leads_nowhere_else(string to)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = new Visitor(service);

        using var entered = await visitor.SignInAsync(Visitor.AdminEmail, Visitor.Password, to);
        using var again = await visitor.GetAsync($"/sign-in?return={Uri.EscapeDataString(to)}");

        Assert.Equal("/", entered.Headers.Location!.OriginalString);
        Assert.Equal("/", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Answers_an_unknown_address_and_a_wrong_password_alike()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = new Visitor(service);

        var unknown = await visitor.SignInAsync("nobody@example.org", "not the password");
        var wrong = await visitor.SignInAsync(Visitor.AdminEmail, "not the password");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(await PlainAsync(unknown, "nobody@example.org"), await PlainAsync(wrong, Visitor.AdminEmail));
        Assert.Equal(Names(unknown), Names(wrong));
        Assert.Null(visitor.Cookie("labels.session"));
    }

    [Fact]
    public async Task Gives_the_cookie_to_no_script_and_no_other_site()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = new Visitor(service);

        using var entered = await visitor.SignInAsync(Visitor.AdminEmail, Visitor.Password);

        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("labels.session=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_the_cookie_for_tls_behind_a_proxy_that_speaks_it()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var http = service.Client(null);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var page = await http.GetAsync("/sign-in");

        Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("labels.antiforgery=", StringComparison.Ordinal) && c.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Needs_the_token_of_its_own_form()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = new Visitor(service);

        using var entered = await visitor.PostWithoutTokenAsync("/sign-in", ("email", Visitor.AdminEmail), ("password", Visitor.Password));

        Assert.Equal(HttpStatusCode.BadRequest, entered.StatusCode);
        Assert.Contains("This form is out of date", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("labels.session"));
    }

    [Fact]
    public async Task Ends_by_signing_out()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var visitor = await Visitor.EnterAsync(service);

        using var left = await visitor.PostAsync("/me", "/sign-out");

        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
        using var after = await visitor.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Outlives_a_restart()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        string[] settings = [$"Bootstrap:AdminEmail={Visitor.AdminEmail}", $"Bootstrap:AdminPassword={Visitor.Password}"];
        string cookie;
        await using (var before = await RunningService.StartInAsync(folder, ownsFolder: false, settings))
        {
            using var visitor = await Visitor.EnterAsync(before);
            cookie = visitor.Cookie("labels.session")!;
        }

        await using var after = await RunningService.StartInAsync(folder, ownsFolder: true, settings);
        using var http = after.Client(null);
        http.DefaultRequestHeaders.Add("Cookie", $"labels.session={cookie}");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Ends_at_once_when_the_account_is_disabled_by_another_process()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var editor = await Visitor.EnterAsAsync(service, PersonRoles.Editor);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/me")).StatusCode);

        await using var other = AnotherProcess(service);
        await using var scope = other.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountService>().DisableAsync("editor@example.org", CancellationToken.None);

        await Deadline.UntilAsync(async () => (await editor.GetAsync("/me")).StatusCode == HttpStatusCode.Redirect, 1, "the end of the session");
    }

    [Fact]
    public async Task Asks_for_the_code_where_the_account_has_a_second_factor()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var begun = await admin.PostAsync("/me/second-factor", "/me/second-factor/begin");
        var secret = Between(await admin.ReadAsync("/me/second-factor"), "<code id=\"totp\">", "<");
        var code = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
        using var enabled = await admin.PostAsync("/me/second-factor", "/me/second-factor/enable", ("code", code));
        var recovery = Between(await enabled.Content.ReadAsStringAsync(), "<li><code>", "<");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/people")).StatusCode);

        using var visitor = new Visitor(service);
        using var half = await visitor.SignInAsync(Visitor.AdminEmail, Visitor.Password, "/people");
        Assert.Equal("/sign-in/code?return=%2Fpeople", half.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/people")).StatusCode);
        using var wrong = await visitor.PostAsync("/sign-in/code", "/sign-in/code", ("code", "nonsense"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var entered = await visitor.PostAsync("/sign-in/code", "/sign-in/code", ("code", recovery), ("return", "/people"));
        Assert.Equal("/people", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/people")).StatusCode);
    }

    internal static ServiceProvider AnotherProcess(RunningService service) => new ServiceCollection()
        .AddLabelStore(new Microsoft.Extensions.Configuration.ConfigurationManager { ["Storage:ConnectionString"] = $"Data Source={service.Database};Pooling=False" })
        .BuildServiceProvider();

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"no {start}");
        from += start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    /// <summary>The page without what cannot be the same: the address typed and the token.</summary>
    private static async Task<string> PlainAsync(HttpResponseMessage answer, string email) => System.Text.RegularExpressions.Regex.Replace(
        await answer.Content.ReadAsStringAsync(), "value=\"[^\"]{60,}\"", "").Replace(email, "", StringComparison.Ordinal);

    private static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.Select(h => h.Key).Order(StringComparer.Ordinal);
}
