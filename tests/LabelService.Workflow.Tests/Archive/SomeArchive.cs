using System.Text;
using LabelService.Engine.Candidates;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Archive;

/// <summary>What tests of the archive do with a node.</summary>
internal static class SomeArchive
{
    public static async Task IndexAsync(this SomeNode node)
    {
        await node.Get<ArchiveIndexer>().TidyAsync(waits: true, TestContext.Current.CancellationToken);
        while (await node.Get<ArchiveIndexer>().StepAsync(always: true, TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    /// <returns>The external ids of the candidates for an entity, in the order in which they were stored.</returns>
    public static async Task<List<string?>> FindAsync(this SomeNode node, string entity)
    {
        var found = await node.Get<Candidates>().FindAsync(EntityWords.Of(node.Get<RulesetHolder>().Current.Ruleset!, [entity]), TestContext.Current.CancellationToken);
        return await node.ReadAsync(db => db.Articles.Where(a => found.Ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.ExternalId).ToListAsync());
    }

    public static Task<ImportProgress> ImportAsync(this SomeNode node, string file, Func<ImportOrder, ImportOrder>? with = null, Action<ImportProgress>? tell = null, CancellationToken? cancel = null)
    {
        var order = new ImportOrder(file, SomeNode.Site);
        return node.Get<ArchiveImporter>().RunAsync(with?.Invoke(order) ?? order, tell ?? (_ => { }), cancel ?? TestContext.Current.CancellationToken);
    }

    public static string Lines(string folder, params string[] lines)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.ndjson");
        File.WriteAllText(file, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return file;
    }
}
