using LabelService.Workflow.Reviews;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Tests.Teaching;

/// <summary>Decisions as moderators leave them, without the articles that they were made on.</summary>
internal static class SomeDecisions
{
    public const string Rule = "xx.example.source";

    public static async Task DecidedAsync(this SomeNode node, string action, int count = 1, string state = "binding", string site = SomeNode.Site, string? entity = null)
    {
        await using var db = await node.Get<IDbContextFactory<LabelContext>>().CreateDbContextAsync();
        var now = node.Clock.GetUtcNow();
        var first = await db.Decisions.CountAsync() + 1;
        db.Decisions.AddRange(Enumerable.Range(first, count).Select(article => Of(article, "dsc_1", action, state, now, site, entity)));
        await db.SaveChangesAsync();
    }

    public static DecisionRow Of(long article, string disclosure, string action, string state, DateTimeOffset at, string site = SomeNode.Site, string? entity = null) => new()
    {
        Id = RandomId.Next("dcs", at), ReviewId = "rev_1", CheckId = "chk_1", ArticleId = article, Site = site, ContentHash = "sha256:1", DisclosureId = disclosure, Basis = "b",
        Type = "example-notice", Rule = Rule, Jurisdiction = "RU", EntityId = entity, EntityName = entity is null ? null : "An invented paper", Action = action, State = state,
        ById = "p1", ByName = "Vera", At = at,
    };
}
