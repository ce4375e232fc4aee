using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Holds for entities that a registry once included and no longer does on the day. On an unknown day nobody is known to be off the list.</summary>
internal sealed record FormerCondition(FrozenSet<string> Registries, ImmutableArray<Role> Roles) : Condition
{
    private static readonly string[] Keys = ["registry", "role"];

    public static Condition? Read(Node node, PackScope scope)
    {
        if (ConditionReader.Map(node, "former", Keys, scope) is not { } map)
        {
            return null;
        }

        map.Required("registry", "ru-foreign-agents");
        foreach (var registry in map.TextNodes("registry"))
        {
            scope.Refer(ReferenceKind.Registry, registry.Value, registry.Position);
        }

        return new FormerCondition(map.Texts("registry").ToFrozenSet(StringComparer.Ordinal), map.WordList<Role>("role"));
    }

    public override Outcome Evaluate(ArticleFacts facts, EvaluationContext context)
    {
        if (context.Day is not { } day)
        {
            return Outcome.No with { Because = "the day is unknown, so no listing is known to have ended" };
        }

        ImmutableArray<SubjectMatch> subjects =
            [.. facts.Entities.Where(Fits).Select(f => Ended(f, day)).OfType<SubjectMatch>()];
        return subjects.IsEmpty ? Outcome.No with { Because = "nobody in the article was on the list and left it before that day" } : new Outcome(true)
        {
            Subjects = subjects,
            Evidence = [.. subjects.SelectMany(s => s.Fact.Evidence)],
            Confidence = subjects.Min(s => s.Fact.Confidence),
            Because = string.Join(" and ", subjects.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Fact.Entity.NameEn ?? s.Fact.Entity.Name} left {s.Fact.Entity.Registry} on {s.Listing.Until:yyyy-MM-dd}"))),
        };
    }

    private bool Fits(EntityFact fact) => Registries.Contains(fact.Entity.Registry) && (Roles.IsEmpty || Roles.Contains(fact.Role));

    private static SubjectMatch? Ended(EntityFact fact, DateOnly day)
    {
        var begun = fact.Entity.Listings.Where(l => l.From <= day).ToList();
        return begun.Count > 0 && begun.All(l => l.Until <= day) ? new SubjectMatch(fact, begun.MaxBy(l => l.Until), EndedOnly: false) : null;
    }
}
