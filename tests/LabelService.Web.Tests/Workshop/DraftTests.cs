using System.Net;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Workshop;

public sealed class DraftTests
{
    [Theory]
    [InlineData(PersonRoles.Viewer)]
    [InlineData(PersonRoles.Editor)]
    [InlineData(PersonRoles.Moderator)]
    public async Task Keeps_out_whoever_may_not_write_rules(string role)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var person = await Visitor.EnterAsAsync(service, role);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/workshop")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync("/me", "/workshop/new", ("name", "house"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.SendAsync(HttpMethod.Post, "/workshop/inspect", Calls.Json("{}"))).StatusCode);
    }

    [Fact]
    public async Task Keeps_out_nobody_site_keys_and_forms_without_their_token()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var nobody = new Visitor(service);

        Assert.StartsWith("/sign-in?return=", (await nobody.GetAsync("/workshop")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Http.PostAsync("/workshop/inspect", Calls.Json("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await author.PostWithoutTokenAsync("/workshop/new", ("name", "house"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await author.SendAsync(HttpMethod.Post, "/workshop/inspect", Calls.Json("{}"), token: false)).StatusCode);
    }

    [Fact]
    public async Task Lets_nobody_overwrite_what_they_have_not_seen()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var other = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        var draft = await author.BeginAsync();
        Assert.Equal(2, (int?)(await author.SaveAsync(draft, 1).ReadAsync())["revision"]);

        using var stale = await other.SaveAsync(draft, 1);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Somebody has changed this draft", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: on", "status: onn")]
    [InlineData("exists: true", "exists: false")]
    public async Task Proposes_nothing_that_does_not_prove_itself(string right, string wrong)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        var draft = await author.BeginAsync();
        var files = new JsonObject { ["pack.yaml"] = Drafting.Pack.Replace(right, wrong, StringComparison.Ordinal), ["cases/partner.yaml"] = Drafting.Cases };
        (await author.SaveAsync(draft, 1, files)).Dispose();

        using var refused = await author.ActAsync(draft, "propose", 2);

        Assert.True(refused.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict);
        Assert.Contains("data-state=\"draft\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_errors_cases_and_the_sample_while_an_author_types()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        var request = new JsonObject { ["files"] = Drafting.Files.DeepClone(), ["sample"] = new JsonObject { ["body"] = "The harbour froze.", ["attributes"] = "partner: Reef Ltd" } };

        var part = await (await author.SendAsync(HttpMethod.Post, "/workshop/inspect", Calls.Json(request))).Content.ReadAsStringAsync();

        Assert.Contains("data-proven=\"yes\"", part, StringComparison.Ordinal);
        Assert.Contains("4 of 4 cases hold", part, StringComparison.Ordinal);
        Assert.Contains("This article was supported by Reef Ltd.", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_of_a_text_as_markup()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        var draft = await author.BeginAsync();
        var files = new JsonObject { ["pack.yaml"] = Drafting.Pack + "\n# </textarea><script>alert(1)</script>", ["cases/partner.yaml"] = Drafting.Cases };
        (await author.SaveAsync(draft, 1, files)).Dispose();
        (await author.ActAsync(draft, "propose", 2, ("note", "<img src=x onerror=alert(1)>"))).Dispose();

        var page = await author.ReadAsync($"/workshop/drafts/{draft}");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Makes_a_case_of_what_an_editor_called_wrong()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var senior = await Visitor.EnterAsAsync(service, PersonRoles.Senior);
        (await senior.ApproveAsync(await author.ProposedAsync())).Dispose();
        var check = await service.Http.CheckAsync("""{"article":{"externalId":"w1","language":"en","body":"The harbour froze.","attributes":{"partner":"Reef Ltd"}}}""").ReadAsync();
        var said = new JsonObject { ["kind"] = "wrong", ["disclosureId"] = (string?)check["disclosures"]![0]!["id"], ["comment"] = "Only ice." };
        var feedback = await service.Http.PostAsync($"/v1/checks/{check["id"]}/feedback", Calls.Json(said)).ReadAsync();

        Assert.Contains("Only ice.", await author.ReadAsync("/workshop/reports"), StringComparison.Ordinal);
        using var made = await author.PostAsync("/workshop", $"/workshop/reports/{feedback["id"]}/case");

        Assert.EndsWith("?done=case", made.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var draft = await author.ReadAsync(made.Headers.Location.OriginalString);
        Assert.Contains("expectSilent: true", draft, StringComparison.Ordinal);
        Assert.Contains("The harbour froze.", draft, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nobody_articles_of_a_site_that_they_do_not_see()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var author = await Visitor.EnterAsAsync(service, PersonRoles.RuleAuthor);
        using var administrator = await Visitor.EnterAsync(service);
        var made = await service.Keys.CreateAsync("other", "elsewhere", Scopes.All, false, CancellationToken.None);
        await service.Services.GetRequiredService<KeyRing>().RefreshAsync(CancellationToken.None);
        using var elsewhere = service.Client(made.Value!.Secret);
        var check = await elsewhere.CheckAsync("""{"article":{"externalId":"secret-1","language":"en","body":"The harbour froze.","attributes":{"partner":"Reef Ltd"}}}""").ReadAsync();
        (await elsewhere.PostAsync($"/v1/checks/{check["id"]}/feedback", Calls.Json("""{"kind":"wrong","rule":"any.house.partner","comment":"secret-2"}"""))).Dispose();
        var trial = new JsonObject { ["files"] = Drafting.Files.DeepClone() };

        Assert.DoesNotContain("secret", await author.ReadAsync("/workshop/reports"), StringComparison.Ordinal);
        Assert.Contains("secret-2", await administrator.ReadAsync("/workshop/reports"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await (await author.SendAsync(HttpMethod.Post, "/workshop/try", Calls.Json(trial))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("secret-1", await (await administrator.SendAsync(HttpMethod.Post, "/workshop/try", Calls.Json(trial))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var draft = await administrator.ProposedAsync();
        Assert.DoesNotContain("secret", await author.ReadAsync($"/workshop/drafts/{draft}"), StringComparison.Ordinal);
    }
}
