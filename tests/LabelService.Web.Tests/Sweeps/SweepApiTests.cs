using System.Net;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Sweeps;

public sealed class SweepApiTests
{
    private const string Row = "xx:quiet,media,The Quiet Herald,The Quiet Herald,,,,,,,2021-01-01,,,,\n";

    [Fact]
    public async Task Says_what_a_register_did_to_old_articles_and_gives_them_as_files()
    {
        await using var desk = await Newsdesk.OpenAsync();
        await desk.Cms.CheckAsync(Newsdesk.From("The Quiet Herald", "=cmd()"));
        await desk.Cms.CheckAsync(Newsdesk.From("The Other Herald", "h2"));
        await File.AppendAllTextAsync(TestRules.RegistryFile(desk.Service.RulesFolder), Row);
        await Deadline.UntilAsync(async () => await NewestAsync(desk.Cms) is var last && (string?)last["state"] == "done" && last["cause"]!["added"]!.AsArray().Count > 0, 30, "the sweep");

        var newest = await NewestAsync(desk.Cms);
        var report = await desk.Cms.GetAsync($"/v1/sweeps/{newest["id"]}").ReadAsync();

        Assert.Equal(("changed", false, 1), ((string?)report["scope"], (bool)report["dryRun"]!, (int)report["counts"]!["newlyMissing"]!));
        Assert.Equal("xx:quiet", (string?)report["cause"]!["added"]![0]!["id"]);
        Assert.Equal("newly-missing", (string?)report["samples"]![0]!["effects"]![0]);
        var csv = await desk.Cms.GetStringAsync($"/v1/sweeps/{newest["id"]}/results");
        Assert.Contains("'=cmd()", csv, StringComparison.Ordinal);
        var line = JsonNode.Parse((await desk.Cms.GetStringAsync($"/v1/sweeps/{newest["id"]}/results?format=jsonl")).Trim())!;
        Assert.Equal("missing", (string?)line["differences"]![0]!["after"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Cms.GetAsync($"/v1/sweeps/{newest["id"]}/results?format=xlsx")).StatusCode);
    }

    [Fact]
    public async Task Starts_by_hand_waits_for_a_senior_and_is_cancelled()
    {
        await using var desk = await Newsdesk.OpenAsync("Sweeps:ConfirmAbove=0");
        await LetWaitAsync(desk);
        Assert.Empty(await desk.Cms.EventsAsync("labels.changed"));
        var id = (string)(await NewestAsync(desk.Cms))["id"]!;
        using var moderator = await desk.ModeratorAsync();
        using var senior = await desk.PersonAsync(PersonRoles.Senior);

        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsync($"/v1/sweeps/{id}/confirm", null)).StatusCode);
        Assert.Equal("cancelled", (string?)(await senior.PostAsync($"/v1/sweeps/{id}/cancel", null).ReadAsync())["state"]);
        Assert.Equal(HttpStatusCode.Conflict, (await senior.PostAsync($"/v1/sweeps/{id}/confirm", null)).StatusCode);
        Assert.Empty(await desk.Cms.EventsAsync("labels.changed"));

        var again = await senior.PostAsync("/v1/sweeps", Calls.Json("""{"scope":"all"}""")).ReadAsync();
        await Deadline.UntilAsync(async () => (string?)(await NewestAsync(desk.Cms))["state"] == "waiting", 30, "the second sweep");
        Assert.Equal("Person 2", (string?)(await senior.PostAsync($"/v1/sweeps/{again["id"]}/confirm", null).ReadAsync())["confirmedBy"]);
        await Deadline.UntilAsync(async () => (await desk.Cms.EventsAsync("labels.changed")).Count > 0, 30, "the confirmed sweep");
        Assert.Equal(["h1"], await desk.Cms.EventsAsync("labels.changed"));
    }

    [Fact]
    public async Task Shows_a_senior_of_another_site_no_article_and_lets_them_hold_nothing()
    {
        await using var desk = await Newsdesk.OpenAsync("Sweeps:ConfirmAbove=0");
        await LetWaitAsync(desk);
        var id = (string)(await NewestAsync(desk.Cms))["id"]!;
        using var outsider = await desk.PersonOfAsync("elsewhere", PersonRoles.Senior);

        var seen = await outsider.GetAsync($"/v1/sweeps/{id}").ReadAsync();

        Assert.Equal(1, (int)seen["counts"]!["changed"]!);
        Assert.Empty(seen["samples"]!.AsArray());
        Assert.Empty(seen["sites"]!.AsArray());
        Assert.DoesNotContain("h1", await outsider.GetStringAsync($"/v1/sweeps/{id}/results"), StringComparison.Ordinal);
        foreach (var order in (string[])["pause", "resume", "cancel", "confirm"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await outsider.PostAsync($"/v1/sweeps/{id}/{order}", null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.PostAsync("/v1/sweeps", Calls.Json("{}"))).StatusCode);
        Assert.Equal("waiting", (string?)(await NewestAsync(desk.Cms))["state"]);
    }

    [Theory]
    [InlineData("""{"scope":"everything"}""", 400)]
    [InlineData("""{"scope":"late"}""", 400)]
    [InlineData("""{"dryRun":"yes"}""", 400)]
    [InlineData("""{"wet":true}""", 400)]
    [InlineData("{", 400)]
    [InlineData("""{"scope":"changed"}""", 409)]
    [InlineData("""{"dryRun":true}""", 202)]
    public async Task Says_what_is_wrong_with_a_request(string body, int status)
    {
        await using var service = await RunningService.StartAsync();
        await Deadline.UntilAsync(async () => (await service.Http.PostAsync("/v1/sweeps", Calls.Json("""{"dryRun":true}"""))).IsSuccessStatusCode, 10, "rules in force");

        Assert.Equal(status, (int)(await service.Http.PostAsync("/v1/sweeps", Calls.Json(body))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/sweeps/swp_1")).StatusCode);
    }

    [Fact]
    public async Task Is_for_keys_that_may_administer()
    {
        await using var service = await RunningService.StartAsync();
        using var site = await service.ClientWithAsync(false, Scopes.Check, Scopes.Read);
        using var nobody = service.Client(null);

        Assert.Equal(HttpStatusCode.Forbidden, (await site.PostAsync("/v1/sweeps", Calls.Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/v1/sweeps")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/v1/sweeps")).StatusCode);
    }

    /// <summary>A register changes, and what follows waits for somebody to confirm it.</summary>
    private static async Task LetWaitAsync(Newsdesk desk)
    {
        await desk.Cms.CheckAsync(Newsdesk.From("The Quiet Herald", "h1"));
        await File.AppendAllTextAsync(TestRules.RegistryFile(desk.Service.RulesFolder), Row);
        await Deadline.UntilAsync(async () => (string?)(await NewestAsync(desk.Cms))["state"] == "waiting", 30, "the sweep");
    }

    private static async Task<JsonNode> NewestAsync(HttpClient http) => (await http.GetAsync("/v1/sweeps").ReadAsync())["sweeps"]!.AsArray().FirstOrDefault() ?? new JsonObject();
}
