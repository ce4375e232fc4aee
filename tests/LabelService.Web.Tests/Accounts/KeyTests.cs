using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow;
using LabelService.Workflow.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Accounts;

public sealed class KeyTests
{
    private const string Article = """{"article":{"externalId":"a1","body":"Some text."}}""";

    [Theory]
    [InlineData("GET", "/v1/checks/chk_unknown")]
    [InlineData("GET", "/v1/labels?externalId=unknown")]
    [InlineData("DELETE", "/v1/articles?externalId=unknown")]
    [InlineData("GET", "/v1/rules")]
    [InlineData("GET", "/v1/key")]
    [InlineData("POST", "/v1/checks")]
    [InlineData("POST", "/v1/checks/batch")]
    public async Task Rejects_a_caller_without_a_key_before_it_looks_anything_up(string method, string path)
    {
        await using var service = await RunningService.StartAsync();
        foreach (var key in new[] { null, "live_nobody-has-this-key", "x", "live_" + new string('k', 5000) })
        {
            using var client = service.Client(key);
            using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("no-key", (string?)(await response.ReadAsync())["code"]);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Fact]
    public async Task Rejects_a_key_without_the_scope()
    {
        await using var service = await RunningService.StartAsync();
        using var reader = await service.ClientWithAsync(false, Scopes.Read);
        using var checker = await service.ClientWithAsync(false, Scopes.Check);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.CheckAsync(Article)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await checker.CheckAsync(Article)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await checker.GetAsync("/v1/labels?externalId=a1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/v1/labels?externalId=a1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await checker.GetAsync("/v1/registries")).StatusCode);
    }

    [Fact]
    public async Task Ends_a_key_that_another_process_revokes_within_a_second()
    {
        await using var service = await RunningService.StartAsync();
        using var client = await service.ClientWithAsync(false, Scopes.Check);
        Assert.Equal(HttpStatusCode.OK, (await client.CheckAsync(Article)).StatusCode);

        // The command line is another process with the same store: the same services, built apart.
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", $"Data Source={service.Database};Pooling=False")]).Build();
        await using var other = new ServiceCollection().AddLabelStore(settings).BuildServiceProvider();
        var keys = other.GetRequiredService<KeyService>();
        var made = (await keys.ListAsync(CancellationToken.None)).Single(k => k.Name == "test");
        Assert.False((await keys.RevokeAsync(made.Id, CancellationToken.None)).IsRefused);

        await Deadline.UntilAsync(async () => (await client.CheckAsync(Article)).StatusCode == HttpStatusCode.Unauthorized, 1, "the revocation");
    }

    [Fact]
    public async Task Finds_a_key_that_another_process_makes_within_a_second()
    {
        await using var service = await RunningService.StartAsync();
        var made = await service.Keys.CreateAsync("new", "default", [Scopes.Read], true, CancellationToken.None);
        using var client = service.Client(made.Value!.Secret);
        await Deadline.UntilAsync(async () => (await client.GetAsync("/v1/key")).IsSuccessStatusCode, 1, "the new key");
        var key = await client.GetAsync("/v1/key").ReadAsync();
        Assert.Equal("test", (string?)key["mode"]);
        Assert.Equal(["read"], key["scopes"]!.AsArray().Select(s => (string)s!));
        Assert.Equal(2 << 20, (int)key["limits"]!["maxBodyBytes"]!);
    }

    [Fact]
    public async Task Keeps_only_the_hash_of_a_key()
    {
        await using var service = await RunningService.StartAsync();
        var made = await service.Keys.CreateAsync("new", "default", [Scopes.Read], false, CancellationToken.None);
        var secret = made.Value!.Secret;

        // Whoever is the last to close the store takes its log away.
        await using var open = new SqliteConnection($"Data Source={service.Database};Pooling=False");
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await new SqliteCommand("SELECT COUNT(*) FROM api_keys", open).ExecuteScalarAsync(TestContext.Current.CancellationToken);
        var files = Directory.GetFiles(service.Folder, "labels.db*").Select(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(file, System.Text.Encoding.Latin1);
            return text.ReadToEnd();
        }).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, content => Assert.DoesNotContain(secret, content, StringComparison.Ordinal));
        Assert.Contains(files, content => content.Contains(made.Value.Key.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stores_nothing_for_a_test_key()
    {
        await using var service = await RunningService.StartAsync();
        using var test = await service.ClientWithAsync(true, Scopes.Check, Scopes.Read);
        var check = await test.CheckAsync(Article).ReadAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync($"/v1/checks/{(string)check["id"]!}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/labels?externalId=a1")).StatusCode);

        await service.Http.CheckAsync(Article);
        Assert.Equal(HttpStatusCode.NotFound, (await test.DeleteAsync("/v1/articles?externalId=a1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/v1/labels?externalId=a1")).StatusCode);
    }

    [Fact]
    public async Task Hides_the_checks_of_one_site_from_another()
    {
        await using var service = await RunningService.StartAsync();
        var id = (string)(await service.Http.CheckAsync(Article).ReadAsync())["id"]!;
        var made = await service.Keys.CreateAsync("other", "elsewhere", Scopes.All, false, CancellationToken.None);
        await service.Services.GetRequiredService<KeyRing>().RefreshAsync(CancellationToken.None);
        using var other = service.Client(made.Value!.Secret);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/v1/checks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/v1/labels?externalId=a1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync($"/v1/checks/{id}")).StatusCode);
    }
}
