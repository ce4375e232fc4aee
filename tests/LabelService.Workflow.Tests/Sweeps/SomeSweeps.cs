using LabelService.Workflow.Events;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Sweeps;

/// <summary>What a scheduler does for a node, by hand.</summary>
internal static class SomeSweeps
{
    public static string Register(this SomeNode node) => Path.Combine(node.Rules, "registries", "xx-papers.csv");

    /// <summary>Reads the rules again, and notices what changed.</summary>
    public static async Task NoticeAsync(this SomeNode node)
    {
        node.Get<RulesetHolder>().Load();
        await node.Get<RuleStateWatcher>().StepAsync(TestContext.Current.CancellationToken);
    }

    public static async Task ListAsync(this SomeNode node, string id, string name, string from = "2021-01-01", string until = "")
    {
        await File.AppendAllTextAsync(node.Register(), $"{id},media,{name},{name},,,,,,,{from},{until},,,\n");
        await node.NoticeAsync();
    }

    /// <summary>Works until no sweep has anything left to do.</summary>
    public static async Task WorkAsync(this SomeNode node)
    {
        for (var idle = 0; idle < 3;)
        {
            var parts = await node.Get<SweepKeeper>().StepAsync(TestContext.Current.CancellationToken);
            foreach (var (sweep, part) in parts)
            {
                await node.Get<SweepPartRunner>().RunAsync(sweep, part, TestContext.Current.CancellationToken);
            }

            idle = parts.Count == 0 ? idle + 1 : 0;
            if (parts.Count == 0)
            {
                // The second round begins some seconds later.
                node.Clock.Advance(TimeSpan.FromSeconds(2));
            }
        }
    }

    public static Task<List<(long Sweep, int Part)>> PartsAsync(this SomeNode node) => node.Get<SweepKeeper>().StepAsync(TestContext.Current.CancellationToken);

    public static async Task<SweepReport> NewestAsync(this SomeNode node)
    {
        var list = await node.Get<SweepBook>().ListAsync(null, TestContext.Current.CancellationToken);
        return (await node.Get<SweepBook>().FindAsync(list.Sweeps[0].Id, SweepCaller.CommandLine, TestContext.Current.CancellationToken)).Value!;
    }

    public static async Task<SweepReport> StartAsync(this SomeNode node, SweepRequest request) =>
        (await node.Get<SweepOrders>().StartAsync(request, SweepCaller.CommandLine, TestContext.Current.CancellationToken)).Value!;

    /// <summary>Articles whose sites were told that their labels changed, one for each time.</summary>
    public static Task<List<string?>> ToldAsync(this SomeNode node) =>
        node.ReadAsync(db => db.Events.Where(e => e.Type == EventTypes.LabelsChanged).OrderBy(e => e.ExternalId).Select(e => e.ExternalId).ToListAsync());
}
