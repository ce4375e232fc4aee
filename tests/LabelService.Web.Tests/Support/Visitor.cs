using System.Net;
using System.Text.RegularExpressions;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Support;

/// <summary>Somebody with a browser, as far as HTTP goes: cookies are kept, forms carry the token of their page, redirects are looked at.</summary>
internal sealed partial class Visitor : IDisposable
{
    public const string AdminEmail = "admin@example.org";
    public const string Password = "a rather long one";
    private readonly HttpClient _http;

    public Visitor(RunningService service)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(service.Address) };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public CookieContainer Cookies { get; }

    public static Task<RunningService> StartServiceAsync(params string[] settings) =>
        RunningService.StartAsync([$"Bootstrap:AdminEmail={AdminEmail}", $"Bootstrap:AdminPassword={Password}", .. settings]);

    public static async Task<Visitor> EnterAsync(RunningService service, string email = AdminEmail, string password = Password)
    {
        var visitor = new Visitor(service);
        using var answer = await visitor.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Somebody who was invited, has set the password and signed in.</summary>
    public static Task<Visitor> EnterAsAsync(RunningService service, params string[] roles) => EnterAsAsync(service, sites: ["default"], roles);

    public static async Task<Visitor> EnterAsAsync(RunningService service, string[] sites, params string[] roles)
    {
        var email = $"{(roles.Length == 0 ? "nothing" : roles[0])}@example.org";
        await using var scope = service.Services.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<AccountService>().InviteAsync(
            new NewAccount(email, "Somebody", "en", [.. roles], [.. sites]), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<AccountLinks>().UseAsync(invited.Value!.Token, Password, CancellationToken.None);
        return await EnterAsync(service, email);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string to = "/") =>
        PostAsync("/sign-in", "/sign-in", ("email", email), ("password", password), ("return", to));

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public async Task<string> ReadAsync(string path) => await _http.GetStringAsync(path);

    /// <summary>Opens the page <paramref name="from"/> and sends a form of it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string from, string path, params (string Name, string Value)[] fields)
    {
        using var page = await _http.GetAsync(from);
        var token = Field().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return await PostWithoutTokenAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public Task<HttpResponseMessage> PostWithoutTokenAsync(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    /// <summary>A script of a page: the token goes in the header.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, bool token = true)
    {
        var request = new HttpRequestMessage(method, path) { Content = body };
        if (token)
        {
            request.Headers.Add("X-Antiforgery", Meta().Match(await ReadAsync("/me")).Groups[1].Value);
        }

        return await _http.SendAsync(request);
    }

    public string? Cookie(string name) => Cookies.GetCookies(_http.BaseAddress!)[name]?.Value;

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<meta name=\"antiforgery\" content=\"([^\"]+)\"")]
    private static partial Regex Meta();
}
