using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for the entities of a registry that have a role in the article and are listed on the day.</summary>
internal sealed record EntityCondition : Condition
{
    private static readonly string[] Keys = ["registry", "role", "material", "kind", "entity"];

    public required FrozenSet<string> Registries { get; init; }

    /// <summary>Empty means any role.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    public MaterialKind? Material { get; init; }

    /// <summary>Empty means any kind.</summary>
    public ImmutableArray<EntityKind> Kinds { get; init; } = [];

    /// <summary>Empty means any entity of the registries.</summary>
    public FrozenSet<string> Ids { get; init; } = [];

    /// <summary>While one of these is in force, the source of a repost is not also taken as mentioned.</summary>
    public ImmutableArray<RepostRule> RepostRules { get; init; } = [];

    /// <summary>Why it does not hold, made once: most checks ask and few read it.</summary>
    private string Nobody { get; init; } = "";

    public static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "entity", Keys, scope) is not { } map)
        {
            return null;
        }

        map.Required("registry", "ru-foreign-agents");
        var registries = map.TextNodes("registry");
        var ids = map.TextNodes("entity");
        foreach (var registry in registries)
        {
            scope.Refer(ReferenceKind.Registry, registry.Value, registry.Position);
        }

        foreach (var id in ids)
        {
            scope.Refer(ReferenceKind.Entity, id.Value, id.Position, string.Join('\n', registries.Select(r => r.Value)));
        }

        var roles = map.WordList<Role>("role");
        return new EntityCondition
        {
            Registries = registries.Select(r => r.Value).ToFrozenSet(StringComparer.Ordinal),
            Roles = roles,
            Material = map.Word<MaterialKind>("material"),
            Kinds = map.WordList<EntityKind>("kind"),
            Ids = ids.Select(i => i.Value).ToFrozenSet(StringComparer.Ordinal),
            Nobody = $"nobody whom {string.Join(" or ", registries.Select(r => r.Value))} includes on that day is {RolesInWords(roles)}",
        };
    }

    public override Condition Bind(RulesetFacts facts) => this with { RepostRules = [.. facts.RepostRules.Where(r => Registries.Contains(r.Registry))] };

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        var subjects = ImmutableArray<SubjectMatch>.Empty;
        foreach (var fact in facts.Entities)
        {
            if (Fits(fact, context.Day) && ListingChoice.On(fact, context.Day) is { } match)
            {
                subjects = subjects.Add(match);
            }
        }

        return subjects.IsEmpty ? context.Explains ? Outcome.No with { Because = Nobody } : Outcome.No : new Outcome(true)
        {
            Subjects = subjects,
            Evidence = [.. subjects.SelectMany(s => s.Fact.Evidence)],
            Confidence = subjects.Min(s => s.Fact.Confidence),
            Because = !context.Explains ? "" : string.Join(" and ", subjects.Select(s => $"{s.Fact.Entity.NameEn ?? s.Fact.Entity.Name}, which {s.Fact.Entity.Registry} includes {ListingChoice.InWords(s)}, is {Kebab<Role>.Word(s.Fact.Role)}")),
        };
    }

    private bool Fits(EntityFact fact, DateOnly? day) =>
        Registries.Contains(fact.Entity.Registry)
        && (Ids.Count == 0 || Ids.Contains(fact.Entity.Id))
        && (Kinds.IsEmpty || Kinds.Contains(fact.Entity.Kind))
        && (HasRole(fact) || IsMentionedSource(fact, day));

    private bool HasRole(EntityFact fact) => (Roles.IsEmpty || Roles.Contains(fact.Role)) && (Material is not { } material || MaterialOf(fact) == material);

    /// <summary>An author's or publisher's article is their own; only a source may have been reposted.</summary>
    private static MaterialKind MaterialOf(EntityFact fact) => fact.Role == Role.Source ? fact.Material : MaterialKind.Own;

    private bool IsMentionedSource(EntityFact fact, DateOnly? day) =>
        Material is null && fact is { Role: Role.Source, Material: MaterialKind.Repost }
        && Roles.Contains(Role.Mentioned) && !RepostRules.Any(r => r.Registry == fact.Entity.Registry && r.InForce(day));

    private static string RolesInWords(ImmutableArray<Role> roles) =>
        roles.IsEmpty ? "found in the article" : string.Join(" or ", roles.Select(Kebab<Role>.Word));
}
