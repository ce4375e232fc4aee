using System.Net;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Newsroom;

public sealed class RememberedTests
{
    [Fact]
    public async Task Is_taken_back_by_a_senior_and_asked_again()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var senior = await Visitor.EnterAsAsync(desk.Service, PersonRoles.Senior);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "reject", ""","reason":"a namesake of the town","remember":"site" """)).EnsureSuccessStatusCode();
        Assert.Null((await desk.Cms.CheckAsync(Newsdesk.Naming("a2")).ReadAsync())["review"]);

        var page = await senior.ReadAsync("/queue/remembered");

        Assert.Contains("a namesake of the town", page, StringComparison.Ordinal);
        var exception = page[(page.IndexOf("/queue/remembered/exc_", StringComparison.Ordinal) + "/queue/remembered/".Length)..][..30];
        Assert.Equal(HttpStatusCode.BadRequest, (await senior.PostAsync("/queue/remembered", $"/queue/remembered/{exception}/revoke", ("reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await senior.PostAsync("/queue/remembered", $"/queue/remembered/{exception}/revoke", ("reason", "it was he"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await senior.PostAsync("/queue/remembered", $"/queue/remembered/{exception}/revoke", ("reason", "it was he"))).StatusCode);
        Assert.NotNull((await desk.Cms.CheckAsync(Newsdesk.Naming("a3")).ReadAsync())["review"]);
    }
}
