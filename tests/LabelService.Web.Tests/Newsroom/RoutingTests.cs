using System.Net;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Newsroom;

public sealed class RoutingTests
{
    [Fact]
    public async Task Offers_a_moderator_what_is_routed_to_them()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var administrator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Administrator);
        var russian = await desk.FlagAsync(Newsdesk.Naming("a1"));
        var english = await desk.FlagAsync(Newsdesk.From("The Invented Asker", "a2"));
        Assert.Equal([russian, english], (await MineAsync(moderator)).Order());

        Assert.Equal(HttpStatusCode.Redirect, (await RouteAsync(administrator, "ru", "")).StatusCode);
        Assert.Equal([russian], await MineAsync(moderator));
        Assert.Equal(HttpStatusCode.Redirect, (await RouteAsync(administrator, "", "xx.desk.as, other")).StatusCode);
        Assert.Equal([english], await MineAsync(moderator));
        Assert.Equal(HttpStatusCode.BadRequest, (await RouteAsync(administrator, "Russian!", "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await RouteAsync(administrator, "", "<b>")).StatusCode);
        Assert.Equal([english], await MineAsync(moderator));
    }

    [Fact]
    public async Task Shows_and_routes_nobody_of_another_site()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var senior = await Visitor.EnterAsAsync(desk.Service, ["elsewhere"], PersonRoles.Senior);
        using var administrator = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Administrator);
        var page = await administrator.ReadAsync("/queue/routing");
        var account = page[page.IndexOf("Person 1", StringComparison.Ordinal)..];
        account = account[(account.IndexOf("/queue/routing/usr_", StringComparison.Ordinal) + "/queue/routing/".Length)..][..30];

        Assert.DoesNotContain("Person 1", await senior.ReadAsync("/queue/routing"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await senior.PostAsync("/queue/routing", $"/queue/routing/{account}", ("languages", "ru"), ("rules", ""))).StatusCode);
    }

    private static async Task<List<string>> MineAsync(HttpClient moderator) =>
        [.. (await moderator.GetAsync("/v1/reviews?view=mine").ReadAsync())["reviews"]!.AsArray().Select(r => (string)r!["id"]!)];

    private static async Task<HttpResponseMessage> RouteAsync(Visitor administrator, string languages, string rules)
    {
        var page = await administrator.ReadAsync("/queue/routing");
        page = page[page.IndexOf("Person 1", StringComparison.Ordinal)..];
        var account = page[(page.IndexOf("/queue/routing/usr_", StringComparison.Ordinal) + "/queue/routing/".Length)..][..30];
        return await administrator.PostAsync("/queue/routing", $"/queue/routing/{account}", ("languages", languages), ("rules", rules));
    }
}
