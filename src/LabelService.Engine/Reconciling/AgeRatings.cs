using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Reconciling;

/// <summary>Judges declared age marks against the strictest one required, scale by scale.</summary>
internal static class AgeRatings
{
    public static ImmutableArray<ReconciledAge> Reconcile(ArticleFacts facts, Requirements requirements, Ruleset ruleset) =>
    [
        .. from pack in ruleset.Packs
           where Jurisdictions.Apply(facts.Request, ruleset, pack.Jurisdiction)
           from scale in pack.AgeScales
           let rating = OnScale(scale, facts, requirements)
           where rating is not null
           select rating,
    ];

    private static ReconciledAge? OnScale(AgeScale scale, ArticleFacts facts, Requirements requirements)
    {
        var marks = facts.AgeMarks.Where(m => m.Scale == scale.Id).OrderByDescending(m => scale.Rank(m.Value)).ToImmutableArray();
        var demands = requirements.Ages.Where(a => a.What.Scale == scale.Id).OrderByDescending(a => scale.Rank(a.What.Value)).ToImmutableArray();
        var declared = marks.IsEmpty ? null : marks[0].Value;
        if (demands.IsEmpty)
        {
            return declared is null ? null : new ReconciledAge(scale.Id, declared, null, declared, DisclosureStatus.Present, [], marks);
        }

        var required = demands[0].What.Value;
        var strictest = declared is not null && scale.Rank(declared) > scale.Rank(required) ? declared : required;
        return new ReconciledAge(scale.Id, strictest, required, declared, Status(scale, required, declared, demands), demands, marks);
    }

    private static DisclosureStatus Status(AgeScale scale, string required, string? declared, ImmutableArray<AgeDemand> demands)
    {
        if (declared is not null && scale.Rank(declared) >= scale.Rank(required))
        {
            return DisclosureStatus.Present;
        }

        // Who is meant, or whether it still applied, is for a person to say; that a declared mark is too low is not.
        var strictest = demands.Where(d => d.What.Value == required).ToList();
        return strictest.All(d => !d.Certain) ? DisclosureStatus.Pending
            : declared is not null ? DisclosureStatus.Incorrect
            : strictest.All(d => d.EndedOnly || !d.Certain) ? DisclosureStatus.Pending
            : DisclosureStatus.Missing;
    }
}
