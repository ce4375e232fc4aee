using System.Net;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Changes;

/// <summary>Cursors of <c>/v1/changes</c> that do not belong there.</summary>
public sealed class CursorTests
{
    [Fact]
    public async Task Refuses_a_cursor_beyond_the_newest_event()
    {
        await using var desk = await Newsdesk.OpenAsync();
        await desk.FlagAsync(Newsdesk.Naming("a1"));
        var newest = long.Parse((string)(await desk.Cms.GetAsync("/v1/changes").ReadAsync())["cursor"]!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.OK, (await desk.Cms.GetAsync($"/v1/changes?since={newest}", TestContext.Current.CancellationToken)).StatusCode);
        var beyond = await desk.Cms.GetAsync($"/v1/changes?since={newest + 1}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
        Assert.Contains("another store", await beyond.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
