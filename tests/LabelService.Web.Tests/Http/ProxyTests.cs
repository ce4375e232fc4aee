using System.Net;
using LabelService.Web.Http;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LabelService.Web.Tests.Http;

public sealed class ProxyTests
{
    private const string Form = "/about/ru/example-notice/correction";

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.Redirect)]
    [InlineData("10.0.0.1, ::1", HttpStatusCode.TooManyRequests)]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    public async Task Counts_readers_as_a_trusted_proxy_tells_them_apart(string trusted, HttpStatusCode second)
    {
        await using var desk = await Newsdesk.OpenAsync("Limits:CorrectionsPerHour=1", $"Limits:TrustedProxies={trusted}");

        Assert.Equal(HttpStatusCode.Redirect, await SendAsync(desk, "203.0.113.7"));
        Assert.Equal(second, await SendAsync(desk, "203.0.113.8"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    public async Task Opens_no_playground_through_a_proxy(string header, string value)
    {
        await using var service = await RunningService.StartAsync("Limits:TrustedProxies=127.0.0.1");
        using var page = service.Client(null);
        page.DefaultRequestHeaders.Add("X-Playground", "1");
        page.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        const string article = """{"article":{"body":"A bridge is opened."},"store":false}""";
        Assert.Equal(HttpStatusCode.OK, (await page.CheckAsync(article)).StatusCode);

        page.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(HttpStatusCode.Unauthorized, (await page.CheckAsync(article)).StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.5, 10.1.0.0/16 ::1", null)]
    [InlineData("10.0.0.5, proxy", "proxy")]
    [InlineData("10.0.0.0/40", "10.0.0.0/40")]
    public void Takes_addresses_and_networks(string setting, string? wrong) => Assert.Equal(wrong, TrustedProxies.Fault(setting));

    [Theory]
    [InlineData("/about/corrections/cor_secret", "/about/corrections/…")]
    [InlineData("/welcome/secret", "/welcome/…")]
    [InlineData("/about", "/about")]
    public void Logs_no_secret(string path, string logged)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;

        Assert.Equal(logged, LoggedPath.Of(context));
    }

    private static async Task<HttpStatusCode> SendAsync(Newsdesk desk, string from)
    {
        using var reader = desk.Service.Client(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, Form)
        {
            Content = new FormUrlEncodedContent([new("url", "https://example.org/1"), new("text", "The article means somebody else.")]),
        };
        request.Headers.Add("X-Forwarded-For", from);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = reader.BaseAddress };
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
