using System.Net;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Newsroom;

public sealed class HoldTests
{
    [Fact]
    public async Task Leaves_what_is_in_dispute_to_seniors_until_it_ends()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);
        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));

        Assert.Equal(HttpStatusCode.BadRequest, (await BeginAsync(senior, "xx:travkin", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await BeginAsync(senior, "xx:nobody", "a court decides")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await BeginAsync(senior, "xx:travkin", "a court decides")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await BeginAsync(senior, "xx:travkin", "a court decides")).StatusCode);
        Assert.Equal("senior-needed", await moderator.DecideAsync(review, "approve").CodeAsync());
        var page = await senior.ReadAsync("/queue/holds");
        Assert.Contains("a court decides", page, StringComparison.Ordinal);
        var hold = page[(page.IndexOf("/queue/holds/hld_", StringComparison.Ordinal) + "/queue/holds/".Length)..][..30];
        Assert.Equal(HttpStatusCode.Redirect, (await senior.PostAsync("/queue/holds", $"/queue/holds/{hold}/lift", ("reason", "the court has decided"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senior.PostAsync("/queue/holds", $"/queue/holds/{hold}/lift", ("reason", "the court has decided"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await moderator.DecideAsync(review, "approve")).StatusCode);
    }

    [Fact]
    public async Task Counts_on_its_own_site_alone()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var administrator = await Visitor.EnterAsAsync(desk.Service, [Person.EverySite], PersonRoles.Administrator);
        var review = await desk.FlagAsync(Newsdesk.Naming("a1"));
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);

        Assert.Equal(HttpStatusCode.Forbidden, (await BeginAsync(senior, "xx:travkin", "a court decides", "*")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await BeginAsync(senior, "xx:travkin", "a court decides", "elsewhere")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await BeginAsync(administrator, "xx:travkin", "a foreign court decides", "elsewhere")).StatusCode);
        Assert.DoesNotContain("a foreign court", await senior.ReadAsync("/queue/holds"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await moderator.DecideAsync(review, "approve")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await BeginAsync(administrator, "xx:travkin", "every court decides", "*")).StatusCode);
        var page = await senior.ReadAsync("/queue/holds");
        Assert.Contains("every court decides", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/lift", page, StringComparison.Ordinal);
        var next = await desk.FlagAsync(Newsdesk.Naming("a2"));
        Assert.Equal("senior-needed", await moderator.DecideAsync(next, "approve").CodeAsync());
    }

    [Fact]
    public async Task Is_for_seniors()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Moderator);

        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GetAsync("/queue/holds")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsync("/me", "/queue/holds", ("entity", "xx:travkin"), ("reason", "a court decides"))).StatusCode);
    }

    private static Task<HttpResponseMessage> BeginAsync(Visitor senior, string entity, string reason, string site = "") =>
        senior.PostAsync("/queue/holds", "/queue/holds", ("entity", entity), ("reason", reason), ("site", site));
}
