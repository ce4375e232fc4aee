using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Accounts;

public sealed class PersonOnlyTests
{
    private const string Article = """{"article":{"externalId":"a1","body":"Some text."}}""";

    [Theory]
    [InlineData(null, 401, "no-person")]
    [InlineData("live_nobody-has-this-key", 401, "no-person")]
    [InlineData("person_nobody-has-this-key", 401, "no-person")]
    [InlineData(RunningService.Key, 403, "person-needed")]
    public async Task Tells_programs_that_a_person_is_needed(string? key, int status, string code)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var client = service.Client(key);
        client.DefaultRequestHeaders.Add("Accept", "application/json");

        using var answer = await client.GetAsync("/me");

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(code, (string?)(await answer.ReadAsync())["code"]);
    }

    [Fact]
    public async Task Tells_whoever_lacks_the_role_so_on_a_page_and_to_a_program()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var editor = await Visitor.EnterAsAsync(service, PersonRoles.Editor);

        using var page = await editor.GetAsync("/people");
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("not among your rights", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/people\"", await editor.ReadAsync("/me"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/workshop\"", await editor.ReadAsync("/me"), StringComparison.Ordinal);

        using var key = service.Client(await KeyOfAsync(service, editor));
        key.DefaultRequestHeaders.Add("Accept", "application/json");
        Assert.Equal("missing-role", (string?)(await key.GetAsync("/people").ReadAsync())["code"]);
        Assert.Equal("missing-role", (string?)(await key.GetAsync("/v1/rules").ReadAsync())["code"]);
    }

    [Theory]
    [InlineData(PersonRoles.Viewer, 403, 404)]
    [InlineData(PersonRoles.Editor, 200, 404)]
    [InlineData(PersonRoles.Administrator, 200, 404)]
    public async Task Lets_personal_keys_do_what_the_roles_allow(string role, int check, int read)
    {
        await using var service = await Visitor.StartServiceAsync();
        using var person = await Visitor.EnterAsAsync(service, role);
        using var key = service.Client(await KeyOfAsync(service, person));

        Assert.Equal(check, (int)(await key.CheckAsync(Article)).StatusCode);
        Assert.Equal(read, (int)(await key.GetAsync("/v1/checks/chk_unknown")).StatusCode);
        Assert.Equal(role == PersonRoles.Administrator ? 200 : 403, (int)(await key.GetAsync("/v1/rules")).StatusCode);
        Assert.Equal(check == 200 ? 200 : 404, (int)(await service.Http.GetAsync("/v1/labels?externalId=a1")).StatusCode);
        var about = await key.GetAsync("/v1/key").ReadAsync();
        Assert.Equal([role], about["roles"]!.AsArray().Select(r => (string?)r));
        Assert.Equal("default", (string?)about["site"]);
    }

    [Fact]
    public async Task Ends_a_personal_key_when_it_is_revoked()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var editor = await Visitor.EnterAsAsync(service, PersonRoles.Editor);
        using var key = service.Client(await KeyOfAsync(service, editor));
        Assert.Equal(HttpStatusCode.OK, (await key.CheckAsync(Article)).StatusCode);

        var page = await editor.ReadAsync("/me");
        var at = page.IndexOf("/me/keys/pky_", StringComparison.Ordinal);
        using var revoked = await editor.PostAsync("/me", page[at..page.IndexOf('"', at)]);

        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await key.CheckAsync(Article)).StatusCode);
    }

    [Fact]
    public async Task Needs_the_token_with_every_change_in_a_session()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var editor = await Visitor.EnterAsAsync(service, PersonRoles.Editor);

        using var without = await editor.SendAsync(HttpMethod.Post, "/v1/checks", Calls.Json(Article), token: false);
        Assert.Equal((HttpStatusCode.BadRequest, "antiforgery"), (without.StatusCode, (string?)(await without.ReadAsync())["code"]));
        using var with = await editor.SendAsync(HttpMethod.Post, "/v1/checks", Calls.Json(Article));
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);

        using var form = await editor.PostWithoutTokenAsync("/me", ("name", "Another"), ("language", "en"));
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (form.StatusCode, form.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain("Another", await editor.ReadAsync("/me"), StringComparison.Ordinal);

        // The token is the person's own: another's does not do.
        using var admin = await Visitor.EnterAsync(service);
        var foreign = (await admin.SendAsync(HttpMethod.Get, "/me", null)).RequestMessage!.Headers.GetValues("X-Antiforgery").Single();
        using var stolen = await editor.PostWithoutTokenAsync("/me", ("name", "Another"), ("language", "en"), ("__RequestVerificationToken", foreign));
        Assert.Equal(HttpStatusCode.BadRequest, stolen.StatusCode);
    }

    [Fact]
    public async Task Lets_a_key_in_the_header_go_before_the_cookie()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var client = service.Client(RunningService.Key);
        client.DefaultRequestHeaders.Add("Cookie", $"labels.session={admin.Cookie("labels.session")}");

        Assert.Equal(HttpStatusCode.OK, (await client.CheckAsync(Article)).StatusCode);
        Assert.Equal("bootstrap", (string?)(await client.GetAsync("/v1/key").ReadAsync())["name"]);
    }

    [Fact]
    public async Task Opens_the_registers_to_anybody_signed_in_and_shows_the_way_back()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var viewer = await Visitor.EnterAsAsync(service, PersonRoles.Viewer);
        using var nobody = new Visitor(service);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/registries")).StatusCode);
        foreach (var page in new[] { await viewer.ReadAsync("/registries"), await viewer.ReadAsync("/") })
        {
            Assert.Contains("Somebody</a>", page, StringComparison.Ordinal);
            Assert.Contains("action=\"/sign-out\"", page, StringComparison.Ordinal);
        }

        using var tried = await viewer.PostAsync("/registries", "/registries", ("text", "The Invented Courier writes."));
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
    }

    [Fact]
    public async Task Works_for_the_site_that_the_person_chose_among_those_they_see()
    {
        await using var service = await Visitor.StartServiceAsync();
        using var admin = await Visitor.EnterAsync(service);
        using var editor = await Visitor.EnterAsAsync(service, PersonRoles.Editor);

        using var foreign = await editor.PostAsync("/me", "/me/site", ("site", "north"));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        using var chosen = await admin.PostAsync("/me", "/me/site", ("site", "north"));
        Assert.Equal("/me?done=site", chosen.Headers.Location!.OriginalString);
        using var check = await admin.SendAsync(HttpMethod.Post, "/v1/checks", Calls.Json(Article));
        var id = (string)(await check.ReadAsync())["id"]!;

        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/v1/checks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/v1/checks/{id}")).StatusCode);
    }

    [Fact]
    public async Task Lets_rights_rest_until_the_second_factor_is_set_up()
    {
        await using var service = await Visitor.StartServiceAsync("Accounts:SecondFactor=required", "Accounts:SecondFactorGraceDays=0");
        using var admin = await Visitor.EnterAsync(service);

        using var people = await admin.GetAsync("/people");
        Assert.Equal("/me/second-factor", people.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/me/second-factor")).StatusCode);
        using var rules = await admin.GetAsync("/v1/rules");
        Assert.Equal("second-factor-needed", (string?)(await rules.ReadAsync())["code"]);
    }

    private static async Task<string> KeyOfAsync(RunningService service, Visitor person)
    {
        using var made = await person.PostAsync("/me", "/me/keys", ("name", "tool"), ("days", ""));
        var page = await made.Content.ReadAsStringAsync();
        var at = page.IndexOf("person_", page.IndexOf("id=\"new-key\"", StringComparison.Ordinal), StringComparison.Ordinal);
        return page[at..page.IndexOf('<', at)];
    }
}
