using System.Net;
using System.Text.RegularExpressions;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Webhooks;

/// <summary>The page on which receivers are tried.</summary>
public sealed partial class WebhookTryTests
{
    private const string Page = "/webhooks/try";

    [Fact]
    public async Task Makes_a_request_whose_signature_holds_and_keeps_nothing()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        var secret = WebhookSecrets.New();

        var made = await ReadAsync(await admin.PostAsync(Page, Page + "/request", Wish(secret)));
        string Got(string name) => WebUtility.HtmlDecode(Regex.Match(made, $"name=\"{name}\" value=\"([^\"]*)\"", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1)).Groups[1].Value);
        var body = WebUtility.HtmlDecode(Body().Match(made).Groups[1].Value);
        Assert.Contains("curl -i &#x27;http://localhost:9/hook&#x27;", made, StringComparison.Ordinal);
        Assert.StartsWith("{\"type\":\"review.decided\",", body, StringComparison.Ordinal);
        Assert.Contains("\"sequence\":12,\"externalId\":\"example:missing\"", body, StringComparison.Ordinal);

        (string, string)[] delivery = [("secret", secret), ("id", Got("id")), ("timestamp", Got("timestamp")), ("signature", Got("signature"))];
        Assert.Equal(["fits"], Findings(await ReadAsync(await admin.PostAsync(Page, Page + "/check", [.. delivery, ("body", body)]))));
        Assert.Equal(["differs"], Findings(await ReadAsync(await admin.PostAsync(Page, Page + "/check", [.. delivery, ("body", body.Replace("12", "13", StringComparison.Ordinal))]))));
        Assert.DoesNotContain(secret, await admin.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_the_secrets_of_the_endpoints_on_the_list()
    {
        await using var service = await Visitor.StartServiceAsync("Webhooks:AllowedNetworks=127.0.0.0/8");
        using var admin = await Visitor.EnterAsync(service);
        var made = await service.Services.GetRequiredService<WebhookBook>().AddAsync("default", new WebhookRequest { Url = "http://127.0.0.1:9/hook" }, CancellationToken.None);
        var trial = TrialDelivery.Of(made.Value!.Secret, "labels.changed", "default", "a", null, 1, TimeProvider.System.GetUtcNow());

        var page = await ReadAsync(await admin.PostAsync(Page, Page + "/check",
            ("secret", WebhookSecrets.New()), ("id", trial.Id), ("timestamp", $"{trial.Timestamp}"), ("signature", trial.Signature), ("body", trial.Body)));

        Assert.Equal(["other-secret"], Findings(page));
        Assert.DoesNotContain(made.Value.Secret, page, StringComparison.Ordinal);
        Assert.Contains($"/webhooks/{made.Value.Row.Id}/test", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret", "mine")]
    [InlineData("receiver", "javascript:alert(1)")]
    [InlineData("type", "made.up")]
    public async Task Refuses_what_no_delivery_could_be(string field, string value)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        var answer = await admin.PostAsync(Page, Page + "/request", [.. Wish(WebhookSecrets.New()).Select(f => f.Item1 == field ? (field, value) : f)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id=\"fault\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_only_those_in_who_manage_webhooks()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var editor = await Visitor.EnterAsAsync(service, "editor");
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync(Page)).StatusCode);
        using var admin = await Visitor.EnterAsync(service);
        Assert.Contains("no-store", (await admin.GetAsync(Page)).Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains($"href=\"{Page}\"", await admin.ReadAsync("/webhooks"), StringComparison.Ordinal);
    }

    private static (string, string)[] Wish(string secret) =>
        [("type", "review.decided"), ("externalId", "example:missing"), ("sequence", "12"), ("receiver", "http://localhost:9/hook"), ("secret", secret)];

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string[] Findings(string page) => [.. Finding().Matches(page).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<li data-code=\"([^\"]+)\"")]
    private static partial Regex Finding();

    [GeneratedRegex("id=\"made-body\"[^>]*>([^<]*)</pre>")]
    private static partial Regex Body();
}
