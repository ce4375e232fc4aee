using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Reviews;

public sealed class ClaimTests
{
    [Fact]
    public async Task Keeps_others_out_until_the_lease_ends()
    {
        await using var desk = await Newsdesk.OpenAsync("Reviews:LeaseSeconds=2");
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));

        Assert.Equal("claimed", (string?)(await first.PostAsync($"/v1/reviews/{id}/claim", null).ReadAsync())["state"]);
        Assert.Equal("review-claimed", await second.PostAsync($"/v1/reviews/{id}/claim", null).CodeAsync());
        Assert.Equal("review-claimed", await second.DecideAsync(id, "approve").CodeAsync());

        await Deadline.UntilAsync(async () => (await second.PostAsync($"/v1/reviews/{id}/claim", null)).IsSuccessStatusCode, 20, "the lease ends");
        Assert.Equal("review-claimed", await first.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await second.DecideAsync(id, "approve").ReadAsync())["state"]);
    }

    [Fact]
    public async Task Lets_only_people_with_the_role_decide()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var viewer = await desk.PersonAsync(PersonRoles.Viewer);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));

        Assert.Equal("person-needed", await desk.Cms.GetAsync("/v1/reviews").CodeAsync());
        Assert.Equal("person-needed", await desk.Cms.PostAsync($"/v1/reviews/{id}/claim", null).CodeAsync());
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync($"/v1/reviews/{id}")).StatusCode);
        Assert.Equal("missing-role", await viewer.PostAsync($"/v1/reviews/{id}/claim", null).CodeAsync());
        Assert.Equal("missing-role", await viewer.DecideAsync(id, "approve").CodeAsync());
        using var nobody = desk.Service.Client(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/v1/reviews/{id}")).StatusCode);
    }

    [Fact]
    public async Task Decides_once_what_two_decide_at_the_same_moment()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var first = await desk.ModeratorAsync();
        using var second = await desk.ModeratorAsync();
        for (var i = 0; i < 10; i++)
        {
            var id = await desk.FlagAsync(Newsdesk.Naming($"r{i}"));
            var both = await Task.WhenAll(first.DecideAsync(id, "approve"), second.DecideAsync(id, "approve"));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(a => a.StatusCode).Order());
        }
    }

    [Fact]
    public async Task Leaves_the_overdue_to_seniors()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var senior = await desk.PersonAsync(PersonRoles.Senior);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1", more: ""","plannedFor":"2020-01-01T10:00:00Z" """));

        await Deadline.UntilAsync(async () => (string?)(await senior.ReviewAsync(id))["state"] == "escalated", 20, "it is left to a senior");
        Assert.Equal("senior-needed", await moderator.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await senior.DecideAsync(id, "approve").ReadAsync())["state"]);
    }
}
