using System.Net;
using LabelService.Web.Playground;
using LabelService.Web.Teaching;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Tests.Teaching;

public sealed class DashboardTests
{
    [Theory]
    [InlineData(PersonRoles.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(PersonRoles.Editor, HttpStatusCode.Forbidden)]
    [InlineData(PersonRoles.Moderator, HttpStatusCode.OK)]
    [InlineData(PersonRoles.Senior, HttpStatusCode.OK)]
    [InlineData(PersonRoles.RuleAuthor, HttpStatusCode.OK)]
    [InlineData(PersonRoles.Administrator, HttpStatusCode.OK)]
    public async Task Lets_in_whom_the_numbers_concern(string role, HttpStatusCode status)
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var person = await desk.PersonAsync(role);

        Assert.Equal(status, (await person.GetAsync("/dashboard")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Cms.GetAsync("/dashboard")).StatusCode);
    }

    [Fact]
    public async Task Gives_each_table_as_a_file()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        await desk.Cms.CheckAsync(Newsdesk.Naming("a1"));
        var review = await desk.FlagAsync(Newsdesk.Naming("a2"));
        (await moderator.DecideAsync(review, "approve")).EnsureSuccessStatusCode();

        var checks = await moderator.GetAsync("/dashboard?days=7&format=csv&table=checks&lang=en");
        Assert.Equal("text/csv", checks.Content.Headers.ContentType?.MediaType);
        var lines = (await checks.Content.ReadAsStringAsync()).TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("Day,Compliant,Action required,Needs review,All checks", lines[0]);
        Assert.Equal(8, lines.Length);
        Assert.EndsWith(",0,0,2,2", lines[7], StringComparison.Ordinal);
        var rules = await moderator.GetStringAsync("/dashboard?days=7&format=csv&table=rules&lang=en");
        Assert.Contains("xx.desk.person,1,0,0,1,1", rules, StringComparison.Ordinal);
        Assert.Contains("xx.desk.person,1,0.207–1,1,1,,none", await moderator.GetStringAsync("/dashboard?format=csv&table=upheld&lang=en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await moderator.GetAsync("/dashboard?format=csv&table=none")).StatusCode);
    }

    [Fact]
    public async Task Keeps_formulas_out_of_spreadsheets()
    {
        var figure = new Figure("x", ["=A"], [new FigureRow([Cells.Text("=HYPERLINK(1)")]), new FigureRow([Cells.Text("+7")])]) { Summary = "" };

        var csv = System.Text.Encoding.UTF8.GetString(await FigureCsv.WriteAsync(figure));

        Assert.All(csv.TrimEnd().Split('\n'), line => Assert.StartsWith("'", line.Trim('"'), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_so_where_the_store_cannot_be_read()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();
        File.Move(desk.Service.Database, desk.Service.Database + ".away");

        var page = await moderator.GetAsync("/dashboard?lang=en");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains(PlaygroundTexts.Strings("en")["teaching.trouble"], await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_old_registers_are_where_nothing_was_checked()
    {
        await using var desk = await Newsdesk.OpenAsync();
        using var moderator = await desk.ModeratorAsync();

        var page = WebUtility.HtmlDecode(await moderator.GetStringAsync("/dashboard?lang=ru"));

        Assert.Contains(PlaygroundTexts.Strings("ru")["teaching.empty"], page, StringComparison.Ordinal);
        Assert.Contains("id=\"t-registries\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"t-checks\"", page, StringComparison.Ordinal);
    }
}
