using System.Text.Json;
using System.Text.Json.Nodes;
using LabelService.Engine.Model;
using LabelService.Workflow.Audit;

namespace LabelService.Workflow.Reviews;

/// <summary>A decision as it is stored, and as the audit tells of it.</summary>
internal static class DecisionData
{
    public static DecisionRow Row(DecisionCase hold, ReviewItemRow item, DisclosureDecision decision, DecisionState state, string? groupId, string? wording) => new()
    {
        Id = RandomId.Next("dcs", hold.Now),
        ReviewId = hold.Review.Id,
        CheckId = hold.Review.CheckId,
        ArticleId = hold.Review.ArticleId,
        Site = hold.Review.Site,
        ContentHash = hold.Review.ContentHash,
        DisclosureId = item.DisclosureId,
        Basis = item.Basis,
        Type = item.Type,
        Rule = item.Rule,
        Jurisdiction = item.Jurisdiction,
        EntityId = item.EntityId,
        EntityName = item.EntityName,
        Words = item.Words,
        Action = Kebab<DecisionAction>.Word(decision.Action),
        Reason = decision.Reason?.Trim(),
        Text = TextOf(decision),
        State = Kebab<DecisionState>.Word(state),
        ById = hold.Person.Id,
        ByName = hold.Person.Name,
        At = hold.Now,
        GroupId = groupId,
        Wording = decision.Action == DecisionAction.Edit ? wording : null,
        Remember = decision.Remember is { } scope ? Kebab<RememberScope>.Word(scope) : null,
        RememberUntil = decision.RememberUntil,
    };

    public static string? TextOf(DisclosureDecision decision) =>
        decision.Text is { } text ? JsonSerializer.Serialize(text, ReviewJson.Default.ImmutableSortedDictionaryStringString) : null;

    public static byte[] Of(DecisionRow row, string? before = null) => AuditData.Of(
        before is null ? null : new JsonObject { ["state"] = before },
        new JsonObject
        {
            ["review"] = row.ReviewId, ["disclosure"] = row.DisclosureId, ["rule"] = row.Rule, ["contentHash"] = row.ContentHash, ["basis"] = row.Basis,
            ["entity"] = row.EntityId, ["words"] = row.Words, ["action"] = row.Action, ["reason"] = row.Reason, ["text"] = row.Text, ["state"] = row.State,
            ["second"] = row.SecondById, ["group"] = row.GroupId, ["secondGroup"] = row.SecondGroupId,
        });

    public static byte[] Of(RememberedRow row) => AuditData.Of(null, new JsonObject
    {
        ["entity"] = row.EntityId, ["meansIt"] = row.MeansIt, ["words"] = row.Words, ["article"] = row.Article, ["author"] = row.Author,
        ["reason"] = row.Reason, ["until"] = row.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["decision"] = row.DecisionId,
    });
}
