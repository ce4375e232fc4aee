using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Webhooks;

public sealed class WebhookTests
{
    private static readonly string[] Quick = ["Webhooks:AllowedNetworks=127.0.0.0/8", "Webhooks:RetryScale=0.001", "Webhooks:TimeoutSeconds=2"];

    [Fact]
    public async Task Tells_a_site_of_a_decision_signed_and_thin()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.NoContent);
        await using var desk = await Newsdesk.OpenAsync(Quick);
        using var moderator = await desk.ModeratorAsync();
        var (_, secret) = await AddAsync(desk.Cms, receiver.Address + "/hook");

        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(review, "approve")).EnsureSuccessStatusCode();

        var decided = await receiver.FirstAsync(r => r.Type == "review.decided");
        Assert.True(decided.IsSignedBy(secret));
        Assert.Equal(("a1", review, "/hook"), (decided.ExternalId, (string?)decided.Json["data"]!["reviewId"], decided.Path));
        Assert.DoesNotContain("Травкин", System.Text.Encoding.UTF8.GetString(decided.Body), StringComparison.Ordinal);
        var changed = await receiver.FirstAsync(r => r.Type == "labels.changed");
        var told = (await desk.Cms.GetAsync("/v1/changes?type=labels.changed").ReadAsync())["events"]!.AsArray()[^1]!;
        Assert.Equal((long)told["seq"]!, changed.Sequence);
        Assert.True(changed.Sequence > receiver.All.First(r => r.Type == "check.completed").Sequence);
    }

    [Fact]
    public async Task Signs_with_two_secrets_after_a_rotation_and_sends_only_what_was_asked_for()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        await using var desk = await Newsdesk.OpenAsync(Quick);
        var (id, old) = await AddAsync(desk.Cms, receiver.Address, "review.opened");
        var rotated = await desk.Cms.PostAsync($"/v1/webhooks/{id}/rotate", null).ReadAsync();
        await desk.FlagAsync(Newsdesk.Naming("a1"));

        var opened = await receiver.FirstAsync(r => r.Type == "review.opened");

        Assert.True(opened.IsSignedBy(old));
        Assert.True(opened.IsSignedBy((string)rotated["secret"]!));
        Assert.Equal(2, opened.Signature.Split(' ').Length);
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task Disables_what_answers_410_and_delivers_what_was_missed_once_enabled()
    {
        var gone = true;
        await using var receiver = await Receiver.StartAsync((_, context) =>
        {
            context.Response.StatusCode = gone ? 410 : 200;
            return Task.CompletedTask;
        });
        await using var desk = await Newsdesk.OpenAsync(Quick);
        var (id, _) = await AddAsync(desk.Cms, receiver.Address, "check.completed");
        await desk.Cms.CheckAsync(Newsdesk.Naming("a1")).ReadAsync();
        await receiver.FirstAsync(_ => true);
        await StateAsync(desk.Cms, id, w => (string?)w["disabledWhy"] == "gone");

        // What another endpoint is told of the second article could have reached this one, too.
        await using var other = await Receiver.StartAsync(HttpStatusCode.OK);
        await AddAsync(desk.Cms, other.Address, "check.completed");
        await desk.Cms.CheckAsync(Newsdesk.Naming("a2")).ReadAsync();
        await other.FirstAsync(r => r.ExternalId == "a2");
        Assert.Single(receiver.All);
        gone = false;
        (await desk.Cms.PostAsync($"/v1/webhooks/{id}/enable", null)).EnsureSuccessStatusCode();

        await receiver.FirstAsync(r => r.ExternalId == "a2");
        await receiver.FirstAsync(r => r.ExternalId == "a1" && r != receiver.All.First());
        await StateAsync(desk.Cms, id, w => (string?)w["state"] == "active" && (int)w["waiting"]! == 0);
    }

    [Theory]
    [InlineData(302, "redirect")]
    [InlineData(500, "status")]
    public async Task Tries_again_by_its_schedule_and_gives_up_in_the_end(int status, string fault)
    {
        await using var receiver = await Receiver.StartAsync((_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await using var desk = await Newsdesk.OpenAsync(["Webhooks:AllowedNetworks=127.0.0.0/8", "Webhooks:RetryScale=0.00001"]);
        var (id, _) = await AddAsync(desk.Cms, receiver.Address);
        (await desk.Cms.PostAsync($"/v1/webhooks/{id}/test", null)).EnsureSuccessStatusCode();

        await StateAsync(desk.Cms, id, w => (int)w["givenUp"]! == 1);

        Assert.Equal(10, receiver.All.Count);
        Assert.Single(receiver.All.Select(r => r.Id).Distinct());
        Assert.DoesNotContain(receiver.All, r => r.Path == "/elsewhere");
        var log = (await desk.Cms.GetAsync($"/v1/webhooks/{id}/deliveries").ReadAsync())["deliveries"]![0]!;
        Assert.Equal(("given-up", 10, fault, status), ((string)log["state"]!, (int)log["attempts"]!, (string)log["fault"]!, (int)log["status"]!));
        (await desk.Cms.PostAsync($"/v1/webhooks/{id}/enable", null)).EnsureSuccessStatusCode();
        (await desk.Cms.PostAsync($"/v1/webhooks/{id}/deliveries/{log["id"]}/replay", null)).EnsureSuccessStatusCode();
        await receiver.FirstAsync(r => r != receiver.All.ElementAt(9) && receiver.All.Count > 10);
    }

    [Fact]
    public async Task Refuses_addresses_that_are_not_public_when_made_and_when_a_name_turns_out_to_stand_for_one()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        await using var desk = await Newsdesk.OpenAsync("Webhooks:RetryScale=0.001");
        foreach (var address in (string[])["http://127.0.0.1/x", "http://10.1.2.3/", "http://[::1]/", "http://[::ffff:192.168.0.1]/", "http://169.254.169.254/latest", "http://0x7f.1/", "http://2130706433/"])
        {
            Assert.Equal("private-address", await desk.Cms.PostAsJsonAsync("/v1/webhooks", new { url = address }, TestContext.Current.CancellationToken).CodeAsync());
        }

        foreach (var address in (string[])["ftp://example.org/", "https://user:secret@example.org/", "nothing", "file:///etc/passwd"])
        {
            Assert.Equal("bad-url", await desk.Cms.PostAsJsonAsync("/v1/webhooks", new { url = address }, TestContext.Current.CancellationToken).CodeAsync());
        }

        var (id, _) = await AddAsync(desk.Cms, receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        (await desk.Cms.PostAsync($"/v1/webhooks/{id}/test", null)).EnsureSuccessStatusCode();
        var log = await LogAsync(desk.Cms, id, d => d["fault"] is not null);
        Assert.Equal("address", (string?)log["fault"]);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task Belongs_to_its_site_and_its_scope()
    {
        await using var desk = await Newsdesk.OpenAsync(Quick);
        var (id, _) = await AddAsync(desk.Cms, "https://example.org/hook");
        using var reading = await desk.Service.ClientWithAsync(false, "read");
        var other = await desk.Service.Keys.CreateAsync("other", "elsewhere", ["webhooks"], false, CancellationToken.None);
        await desk.Service.KeysRefreshedAsync();
        using var elsewhere = desk.Service.Client(other.Value!.Secret);

        Assert.Equal("missing-scope", await reading.GetAsync("/v1/webhooks").CodeAsync());
        Assert.Empty((await elsewhere.GetAsync("/v1/webhooks").ReadAsync())["webhooks"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.DeleteAsync($"/v1/webhooks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/v1/webhooks/{id}/deliveries")).StatusCode);
        Assert.Equal("bad-type", await desk.Cms.PostAsJsonAsync("/v1/webhooks", new { url = "https://example.org/", types = new[] { "no.such" } }, TestContext.Current.CancellationToken).CodeAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Cms.GetAsync($"/v1/webhooks/{id}/deliveries?state=lost")).StatusCode);
        Assert.DoesNotContain("whsec_", await desk.Cms.GetStringAsync("/v1/webhooks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Cms.DeleteAsync($"/v1/webhooks/{id}")).StatusCode);
        using var administrator = await desk.PersonAsync(PersonRoles.Administrator);
        var audited = await administrator.GetStringAsync("/v1/audit");
        Assert.Contains("webhook.made", audited, StringComparison.Ordinal);
        Assert.Contains("webhook.deleted", audited, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_made_tried_and_removed_on_the_page()
    {
        await using var receiver = await Receiver.StartAsync(HttpStatusCode.OK);
        await using var desk = await Newsdesk.OpenAsync(Quick);
        using var administrator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Administrator);
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);

        Assert.Equal(HttpStatusCode.Forbidden, (await senior.GetAsync("/webhooks")).StatusCode);
        using var refused = await administrator.PostAsync("/webhooks", "/webhooks", ("url", "http://10.0.0.1/"), ("site", "default"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var made = await administrator.PostAsync("/webhooks", "/webhooks", ("url", receiver.Address), ("site", "default"), ("types", "labels.changed"));
        var page = await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("whsec_", page, StringComparison.Ordinal);
        var address = "/webhooks/whk_" + page[(page.IndexOf("/webhooks/whk_", StringComparison.Ordinal) + "/webhooks/whk_".Length)..][..26];
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync(address, address + "/test")).StatusCode);
        await receiver.FirstAsync(r => r.Type == "webhook.test");
        await Deadline.UntilAsync(async () => (await administrator.ReadAsync(address)).Contains("data-state=\"good\" data-t=\"webhooks.delivery.delivered\"", StringComparison.Ordinal), 20, "the delivery on the page");

        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync(address, address + "/disable")).StatusCode);
        Assert.Contains("disabled by an administrator", await administrator.ReadAsync("/webhooks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync(address, address + "/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(address)).StatusCode);
    }

    private static async Task<(string Id, string Secret)> AddAsync(HttpClient cms, string url, params string[] types)
    {
        var made = await cms.PostAsJsonAsync("/v1/webhooks", new { url, types }).ReadAsync();
        return ((string)made["webhook"]!["id"]!, (string)made["secret"]!);
    }

    private static Task StateAsync(HttpClient cms, string id, Func<JsonNode, bool> wanted) => Deadline.UntilAsync(
        async () => wanted((await cms.GetAsync("/v1/webhooks").ReadAsync())["webhooks"]!.AsArray().Single(w => (string)w!["id"]! == id)!), 90, "the webhook's state");

    private static async Task<JsonNode> LogAsync(HttpClient cms, string id, Func<JsonNode, bool> wanted)
    {
        JsonNode? found = null;
        await Deadline.UntilAsync(
            async () => (found = (await cms.GetAsync($"/v1/webhooks/{id}/deliveries").ReadAsync())["deliveries"]!.AsArray().FirstOrDefault(d => wanted(d!))) is not null, 90, "the delivery's log");
        return found!;
    }
}
