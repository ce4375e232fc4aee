using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Workshop;

public sealed class DryRunTests
{
    private const string Partner = """{"article":{"externalId":"a1","language":"en","body":"The bridge was opened.","attributes":{"partner":"Reef Ltd"}}}""";
    private const string Plain = """{"article":{"externalId":"a2","language":"en","body":"The bridge was opened."}}""";

    [Fact]
    public async Task Tells_what_would_change_on_given_articles_and_changes_nothing()
    {
        await using var service = await RunningService.StartAsync();

        var report = await RunAsync(service.Http, new JsonObject { ["articles"] = new JsonArray(JsonNode.Parse(Partner), JsonNode.Parse(Plain)) });

        Assert.Equal((2, 1, true), ((int)report["articles"]!, (int)report["changed"]!, (bool)report["complete"]!));
        Assert.Equal("a1", (string?)report["changedArticles"]![0]);
        Assert.Equal("missing", (string?)report["samples"]![0]!["differences"]![0]!["after"]);
        Assert.Equal(1, (int)report["after"]!["actionRequired"]!);
        Assert.Equal("compliant", (string?)(await service.Http.CheckAsync(Partner).ReadAsync())["verdict"]);
    }

    [Fact]
    public async Task Takes_the_stored_articles_of_the_keys_site()
    {
        await using var service = await RunningService.StartAsync();
        (await service.Http.CheckAsync(Partner)).Dispose();
        (await service.Http.CheckAsync(Plain)).Dispose();

        Assert.Equal(2, (int)(await RunAsync(service.Http, []))["articles"]!);
        Assert.Equal(1, (int)(await RunAsync(service.Http, new JsonObject { ["stored"] = new JsonObject { ["limit"] = 1 } }))["articles"]!);
    }

    [Fact]
    public async Task Names_each_error_of_the_pack_with_its_place()
    {
        await using var service = await RunningService.StartAsync();
        var files = new JsonObject { ["pack.yaml"] = Drafting.Pack.Replace("status: on", "status: onn", StringComparison.Ordinal) };

        var problem = await service.Http.PostAsync("/v1/rules/dry-run", Calls.Json(new JsonObject { ["pack"] = new JsonObject { ["files"] = files } })).ReadAsync();

        Assert.Equal("broken-pack", (string?)problem["code"]);
        Assert.StartsWith("10:", (string?)problem["errors"]!["$.pack.files['packs/house/pack.yaml']"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"pack":{"files":{}}}""", "$.pack.files")]
    [InlineData("""{"pack":{"files":{"pack.yaml":"pack: house"}},"stored":{"limit":0}}""", "$.stored.limit")]
    [InlineData("""{"pack":{"files":{"pack.yaml":"pack: house"}},"articles":[],"stored":{"limit":5}}""", "$.stored")]
    [InlineData("""{"pack":{"files":{"pack.yaml":"pack: house"}},"articles":[{"article":{"body":""}}]}""", "$.articles[0].article.body")]
    public async Task Refuses_what_it_cannot_try(string request, string path)
    {
        await using var service = await RunningService.StartAsync();

        using var answer = await service.Http.PostAsync("/v1/rules/dry-run", Calls.Json(request));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.NotNull((await answer.ReadAsync())["errors"]![path]);
    }

    [Fact]
    public async Task Asks_for_the_scope_admin_or_a_rule_author()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var reader = await service.ClientWithAsync(false, "read", "check");
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        var request = new JsonObject { ["pack"] = new JsonObject { ["files"] = Drafting.Files.DeepClone() } };

        Assert.Equal(403, (int)(await reader.PostAsync("/v1/rules/dry-run", Calls.Json(request))).StatusCode);
        Assert.Equal(200, (int)(await author.SendAsync(HttpMethod.Post, "/v1/rules/dry-run", Calls.Json(request))).StatusCode);
    }

    private static async Task<JsonNode> RunAsync(HttpClient client, JsonObject more)
    {
        var request = new JsonObject { ["pack"] = new JsonObject { ["files"] = Drafting.Files.DeepClone() } };
        foreach (var (key, value) in more)
        {
            request[key] = value?.DeepClone();
        }

        return await client.PostAsync("/v1/rules/dry-run", Calls.Json(request)).ReadAsync();
    }
}
