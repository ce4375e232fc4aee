using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Reviews;

public sealed class UndoTests
{
    [Fact]
    public async Task Opens_the_review_again_and_takes_the_label_back()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var other = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "approve")).Dispose();
        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));

        Assert.Equal("nothing-to-undo", await other.PostAsync($"/v1/reviews/{id}/undo", null).CodeAsync());
        Assert.Equal("open", (string?)(await moderator.PostAsync($"/v1/reviews/{id}/undo", null).ReadAsync())["state"]);

        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
        Assert.Equal(["a1", "a1"], await desk.Cms.EventsAsync("labels.changed"));
        (await moderator.DecideAsync(id, "approve")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Forgets_what_was_remembered()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        (await moderator.DecideAsync(id, "reject", ""","reason":"somebody else","remember":"site" """)).EnsureSuccessStatusCode();
        Assert.Null((await desk.Cms.CheckAsync(Newsdesk.Naming("a2")).ReadAsync())["review"]);

        (await moderator.PostAsync($"/v1/reviews/{id}/undo", null)).EnsureSuccessStatusCode();

        Assert.NotNull((await desk.Cms.CheckAsync(Newsdesk.Naming("a3")).ReadAsync())["review"]);
    }

    [Fact]
    public async Task Has_an_appeal_decided_by_somebody_else()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        using var other = await desk.ModeratorAsync();
        using var editor = await desk.PersonAsync(PersonRoles.Editor);
        var id = await desk.FlagAsync(Newsdesk.Naming("a1"));
        Assert.Equal("not-decided", await editor.SayAsync(id, "appeal").CodeAsync());
        (await moderator.DecideAsync(id, "approve")).Dispose();

        Assert.Equal("appealed", (string?)(await editor.SayAsync(id, "appeal", "this is my neighbour").ReadAsync())["state"]);

        Assert.Equal(["example-notice missing"], await desk.Cms.StatusesAsync("a1"));
        Assert.Equal("same-person", await moderator.DecideAsync(id, "approve").CodeAsync());
        Assert.Equal("decided", (string?)(await other.DecideAsync(id, "reject", ""","reason":"the neighbour" """).ReadAsync())["state"]);
        Assert.Empty(await desk.Cms.StatusesAsync("a1"));
    }
}
