using System.Text.RegularExpressions;
using LabelService.Web.Tests.Reviews;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Operations;

/// <summary>What operators watch is there, under the names that their dashboards and alerts use.</summary>
public sealed partial class WatchingTests
{
    private static readonly string Folder = Path.Combine(Root(), "src", "operations");

    [Theory]
    [InlineData("grafana.json")]
    [InlineData("alerts.yaml")]
    public async Task Exposes_every_number_that_the_files_for_operators_name(string file)
    {
        await using var desk = await Newsdesk.OpenAsync();
        await desk.FlagAsync(Newsdesk.Naming("a1"));
        await desk.Service.Services.GetRequiredService<Pulse>().LookAsync(TestContext.Current.CancellationToken);
        var exposed = await desk.Service.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        var named = Name().Matches(await File.ReadAllTextAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken)).Select(m => m.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Matches($@"(?m)^{name}(\{{| )", exposed));
    }

    [Fact]
    public async Task Counts_what_waits()
    {
        await using var desk = await Newsdesk.OpenAsync();
        await desk.FlagAsync(Newsdesk.Naming("a1"));
        await desk.FlagAsync(Newsdesk.Naming("a2"));
        await desk.Service.Services.GetRequiredService<Pulse>().LookAsync(TestContext.Current.CancellationToken);

        var exposed = await desk.Service.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches(@"(?m)^labelservice_reviews_waiting(\{[^}]*\})? 2\b", exposed);
        Assert.Matches(@"(?m)^labelservice_registry_age_days\{[^}]*registry=""xx-persons""[^}]*\} \d+", exposed);
        Assert.DoesNotContain("Травкин", exposed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_a_paragraph_in_both_runbooks_for_every_alert()
    {
        var alerts = Regex.Matches(await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.yaml"), TestContext.Current.CancellationToken), "RUNBOOK\\.md#([a-z0-9-]+)");
        var headings = await HeadingsAsync("RUNBOOK.md");

        Assert.All(alerts, alert => Assert.Contains(alert.Groups[1].Value, headings));
        Assert.Equal(headings.Count, (await HeadingsAsync("RUNBOOK.ru.md")).Count);
    }

    private static async Task<List<string>> HeadingsAsync(string file) =>
    [
        .. (await File.ReadAllLinesAsync(Path.Combine(Folder, file), TestContext.Current.CancellationToken)).Where(l => l.StartsWith("## ", StringComparison.Ordinal))
            .Select(l => l[3..].ToLowerInvariant().Replace(' ', '-').Replace(".", "", StringComparison.Ordinal)),
    ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LabelService.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\b(labelservice|http_server|dotnet)_[a-z0-9_]+")]
    private static partial Regex Name();
}
