namespace LabelService.Engine.Packs.Conditions;

/// <summary>What can be said of a condition without an article.</summary>
internal static class ConditionKinds
{
    /// <summary>Whether the condition finds an entity whenever it holds.</summary>
    public static bool FindsEntity(Condition condition) => condition switch
    {
        EntityCondition or FormerCondition => true,
        AllCondition all => all.Conditions.Any(FindsEntity),
        AnyCondition any => any.Conditions.All(FindsEntity),
        _ => false,
    };

    /// <summary>The conditions that must all hold: the parts of <c>all</c>, and of an <c>all</c> inside it.</summary>
    public static IEnumerable<Condition> Parts(Condition condition) => condition is AllCondition all ? all.Conditions.SelectMany(Parts) : [condition];

    public static IEnumerable<string> RegistriesOf(Condition condition) => condition switch
    {
        EntityCondition entity => entity.Registries.Order(StringComparer.Ordinal),
        FormerCondition former => former.Registries.Order(StringComparer.Ordinal),
        _ => [],
    };
}
