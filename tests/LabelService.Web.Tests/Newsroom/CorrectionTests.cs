using System.Net;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Newsroom;

public sealed class CorrectionTests
{
    private const string Form = "/about/ru/example-notice/correction";
    private const string Wrong = "The article means somebody else of the same name.";

    [Fact]
    public async Task Goes_from_a_reader_to_a_new_decision_and_back()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(review, "approve")).EnsureSuccessStatusCode();
        using var reader = new Visitor(desk.Service);

        var sent = await SendAsync(reader, "https://example.org/a1", Wrong);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var told = sent.Headers.Location!.OriginalString;
        Assert.Contains("Received", await reader.ReadAsync(told), StringComparison.Ordinal);
        Assert.False(sent.Headers.Contains("Set-Cookie"));
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);
        var page = await senior.ReadAsync("/queue/corrections");
        Assert.Contains(Wrong, page, StringComparison.Ordinal);
        var secret = told["/about/corrections/".Length..told.IndexOf('?', StringComparison.Ordinal)];
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        const int id = 1;
        using var decider = await desk.PersonAsync(PersonRoles.Senior);
        Assert.Contains(">1</span>", page, StringComparison.Ordinal);
        var other = await desk.FlagAsync(Newsdesk.Naming("a2"));
        (await decider.DecideAsync(other, "approve")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.NotFound, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}/again/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}/again/{review}")).StatusCode);
        Assert.Equal("appealed", (string?)(await moderator.ReviewAsync(review))["state"]);
        Assert.Equal("same-person", await moderator.DecideAsync(review, "approve").CodeAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}", ("reply", "It is another person."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}", ("outcome", "changed"), ("reply", "It is another person."))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}", ("outcome", "stands"), ("reply", "Not so."))).StatusCode);
        Assert.Contains("It is another person.", await reader.ReadAsync(told), StringComparison.Ordinal);
        Assert.Contains("It is another person.", await senior.ReadAsync("/queue/corrections?view=closed"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await senior.PostAsync("/queue/corrections", $"/queue/corrections/{id}/again/{review}")).StatusCode);
        using var administrator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Administrator);
        var audit = await administrator.ReadAsync("/v1/audit?what=correction.closed");
        Assert.Contains("correction-1", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)", Wrong)]
    [InlineData("not an address", Wrong)]
    [InlineData("https://example.org/a1", "short")]
    public async Task Says_what_is_wrong_and_keeps_what_was_typed(string url, string text)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var reader = new Visitor(desk.Service);

        using var refused = await SendAsync(reader, url, text);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Nothing was sent yet", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_so_many_from_one_network_and_no_more()
    {
        await using var desk = await Newsdesk.OpenAsync("Limits:CorrectionsPerHour=2");
        using var reader = new Visitor(desk.Service);

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(reader, "https://example.org/1", Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(reader, "https://example.org/2", Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(reader, "https://example.org/3", Wrong)).StatusCode);
    }

    [Fact]
    public async Task Is_for_seniors_and_for_those_who_see_the_site()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var reader = new Visitor(desk.Service);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(reader, "https://example.org/unknown", Wrong)).StatusCode);
        using var moderator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Moderator);
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);

        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GetAsync("/queue/corrections")).StatusCode);
        Assert.DoesNotContain(Wrong, await senior.ReadAsync("/queue/corrections"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/about/corrections/cor_nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/about/ru/no-such-label/correction")).StatusCode);
    }

    [Fact]
    public async Task Closes_those_that_are_marked()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var reader = new Visitor(desk.Service);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(reader, "https://example.org/1", Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(reader, "https://example.org/2", Wrong)).StatusCode);
        using var administrator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Administrator);

        Assert.Equal(HttpStatusCode.BadRequest, (await MarkedAsync(administrator, ("reply", "Not ours."))).StatusCode);
        using var unsaid = await MarkedAsync(administrator, ("number", "1"), ("number", "2"), ("reply", ""));
        Assert.Contains("checked", await unsaid.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await MarkedAsync(administrator, ("number", "1"), ("number", "2"), ("reply", "Not ours."))).StatusCode);
        Assert.Contains("No correction waits", await administrator.ReadAsync("/queue/corrections?lang=en"), StringComparison.Ordinal);
        Assert.Contains("Not ours.", await administrator.ReadAsync("/queue/corrections?view=closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_public_address_of_the_reply()
    {
        await using var desk = await Newsdesk.OpenAsync("Labels:PublicUrl=https://labels.example.org/");
        using var reader = new Visitor(desk.Service);
        var sent = await SendAsync(reader, "https://example.org/1", Wrong);

        Assert.Contains("https://labels.example.org/about/corrections/cor_", await reader.ReadAsync(sent.Headers.Location!.OriginalString), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> MarkedAsync(Visitor visitor, params (string, string)[] fields) => visitor.PostAsync("/queue/corrections", "/queue/corrections/not-ours", fields);

    private static Task<HttpResponseMessage> SendAsync(Visitor reader, string url, string text) =>
        reader.PostWithoutTokenAsync(Form + "?lang=en", ("url", url), ("text", text));
}
