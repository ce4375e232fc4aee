using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.ApiDocs;

public sealed class OpenApiTests
{
    private static readonly string[] Calls =
    [
        "post /v1/checks", "post /v1/checks/batch", "get /v1/checks/{id}", "post /v1/checks/{id}/feedback", "get /v1/labels",
        "delete /v1/articles", "get /v1/rules", "get /v1/rules/{id}", "get /v1/registries", "get /v1/registries/{id}/entities",
        "get /v1/registries/{id}/entities/{entityId}",
        "get /v1/reviews", "get /v1/reviews/{id}", "post /v1/reviews/{id}/claim", "post /v1/reviews/{id}/release", "post /v1/reviews/{id}/decision",
        "post /v1/reviews/{id}/escalate", "post /v1/reviews/{id}/undo", "post /v1/reviews/{id}/appeal", "post /v1/reviews/{id}/comment", "post /v1/reviews/{id}/ask",
        "post /v1/sweeps", "get /v1/sweeps", "get /v1/sweeps/{id}", "get /v1/sweeps/{id}/results", "post /v1/sweeps/{id}/pause", "post /v1/sweeps/{id}/resume",
        "post /v1/sweeps/{id}/cancel", "post /v1/sweeps/{id}/confirm", "get /v1/webhooks", "post /v1/webhooks", "delete /v1/webhooks/{id}", "post /v1/webhooks/{id}/rotate", "post /v1/webhooks/{id}/enable", "post /v1/webhooks/{id}/test",
        "get /v1/webhooks/{id}/deliveries", "post /v1/webhooks/{id}/deliveries/{delivery}/replay",
        "get /v1/changes", "get /v1/audit", "get /v1/audit/export", "get /v1/audit/verify",
        "post /v1/rules/dry-run", "get /v1/exceptions", "get /v1/examples", "get /v1/key", "get /health/live", "get /health/ready",
    ];

    [Fact]
    public async Task Describes_every_call_with_examples_and_errors()
    {
        await using var service = await RunningService.StartAsync();
        using var anyone = service.Client(null);
        var document = await anyone.GetAsync("/openapi/v1.json").ReadAsync();
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        var calls = document["paths"]!.AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(m => (Name: $"{m.Key} {p.Key}", Call: m.Value!))).ToList();
        Assert.Equal(Calls.Order(), calls.Select(c => c.Name).Order());
        foreach (var (name, call) in calls)
        {
            Assert.False(string.IsNullOrEmpty((string?)call["summary"]), name);
            var needsKey = !name.Contains("/health", StringComparison.Ordinal);
            Assert.Equal(needsKey, call["responses"]!["401"] is not null);
            Assert.All(call["responses"]!.AsObject().Where(r => r.Key[0] == '4'), r => Assert.NotNull(r.Value!["content"]?["application/problem+json"]?["example"]));
        }
    }

    [Fact]
    public async Task Gives_an_example_request_that_the_service_answers()
    {
        await using var service = await RunningService.StartAsync();
        var document = await service.Http.GetAsync("/openapi/v1.json").ReadAsync();
        var example = document["paths"]!["/v1/checks"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;
        var answer = await service.Http.CheckAsync(example.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var promised = document["paths"]!["/v1/checks"]!["post"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject();
        var given = (await answer.ReadAsync()).AsObject();
        Assert.All(promised, member => Assert.True(given.ContainsKey(member.Key), member.Key));
    }

    [Fact]
    public async Task Lists_the_codes_of_notices()
    {
        await using var service = await RunningService.StartAsync();
        var document = await service.Http.GetAsync("/openapi/v1.json").ReadAsync();
        var codes = (string?)document["components"]!["schemas"]!["Notice"]!["properties"]!["code"]!["description"];
        Assert.All(
            ["pack-broken", "pack-kept", "registry-unavailable", "registry-kept", "registry-stale", "day-unknown", "unknown-field", "wording-unverified"],
            code => Assert.Contains(code, codes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_a_page_that_fetches_nothing_from_elsewhere()
    {
        await using var service = await RunningService.StartAsync();
        using var anyone = service.Client(null);
        var page = await anyone.GetAsync("/docs/");
        var html = await page.Content.ReadAsStringAsync();
        Assert.True(page.IsSuccessStatusCode);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.Contains("openapi/", html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
