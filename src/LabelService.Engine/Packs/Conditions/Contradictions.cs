using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Why a condition can never hold, and where.</summary>
/// <param name="Why">A clause with what would be right, without a full stop.</param>
internal sealed record Contradiction(Position At, Told Why);

/// <summary>Tells without an article whether a condition can hold at all, or fail at all. Where it cannot tell it says that it can.</summary>
internal static class Contradictions
{
    /// <returns>Null where the condition may hold.</returns>
    public static Contradiction? Of(Condition condition) => condition switch
    {
        AllCondition all => all.Conditions.Select(Of).FirstOrDefault(c => c is not null) ?? Among([.. ConditionKinds.Parts(all)]),
        AnyCondition any => any.Conditions.Select(Of).ToList() is var all && all.TrueForAll(c => c is not null) ? all[0] : null,
        NotCondition not when Always(not.Inner) => new(not.Position, "what stands under its 'not' holds for every article; take the 'not' out"),
        _ => Clashes.Within(condition) is { } why ? new(condition.Position, why) : null,
    };

    /// <summary>Whether the condition holds for every article.</summary>
    public static bool Always(Condition condition) => condition switch
    {
        AlwaysCondition => true,
        AllCondition all => all.Conditions.All(Always),
        AnyCondition any => any.Conditions.Any(Always) || any.Conditions.Any(c => any.Conditions.Any(other => Deny(c, other))),
        NotCondition not => Of(not.Inner) is not null && !not.Inner.Tree().Any(c => c is DaysCondition or RuleCondition),
        _ => false,
    };

    private static Contradiction? Among(List<Condition> parts)
    {
        for (var i = 1; i < parts.Count; i++)
        {
            foreach (var earlier in parts.Take(i))
            {
                if (Between(earlier, parts[i]) is { } why)
                {
                    return new Contradiction(parts[i].Position, why);
                }
            }
        }

        return null;
    }

    private static Told? Between(Condition one, Condition other) => Deny(one, other)
        ? (Told)"its 'all' asks for a condition and, under 'not', for its opposite; take one of the two out"
        : Clashes.Between(one, other);

    private static bool Deny(Condition one, Condition other) =>
        (other is NotCondition not && Same(one, not.Inner)) || (one is NotCondition first && Same(first.Inner, other));

    private static bool Same(Condition one, Condition other) => ConditionText.Of(one) == ConditionText.Of(other);
}
