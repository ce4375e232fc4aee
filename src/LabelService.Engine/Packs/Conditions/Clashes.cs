using LabelService.Engine.Facts;
using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Conditions that exclude each other, pair by pair, and conditions that exclude themselves.</summary>
internal static class Clashes
{
    /// <summary>Why the condition alone can never hold; null where it can.</summary>
    public static Told? Within(Condition condition) => condition switch
    {
        AgeCondition age => DayClash.Of(age),
        AttributeCondition { Exists: false } attribute when IsSet(attribute) || !attribute.Values.IsEmpty =>
            $"it asks that the attribute '{attribute.Name}' is absent and for a value of it; keep one of the two",
        AttributeCondition attribute => Range(attribute, attribute),
        EntityCondition { Material: MaterialKind.Repost } entity when !entity.Roles.IsEmpty && !entity.Roles.Contains(Role.Source) =>
            "'material: repost' is known of a source only, and 'source' is not among its roles; add it, or take 'material' out",
        _ => null,
    };

    /// <summary>Why both can never hold for one article; null where they can.</summary>
    public static Told? Between(Condition one, Condition other) => (one, other) switch
    {
        (KindCondition a, KindCondition b) => Apart(a.Kinds, b.Kinds, "kinds"),
        (FormatCondition a, FormatCondition b) => Apart(a.Formats, b.Formats, "formats"),
        (KindCondition a, NotCondition { Inner: KindCondition b }) => Within(a, b),
        (NotCondition { Inner: KindCondition a }, KindCondition b) => Within(b, a),
        (SectionCondition a, SectionCondition b) => Apart(a.Sections.Select(Lower), b.Sections.Select(Lower), "sections"),
        (LanguageCondition a, LanguageCondition b) => Apart(a.Tags.Select(Language), b.Tags.Select(Language), "languages"),
        (DaysCondition a, DaysCondition b) => DayClash.Between(a, b),
        (AgeCondition a, AgeCondition b) => DayClash.Between(a, b),
        (RuleCondition a, RuleCondition b) when a.Rule == b.Rule && a.Fired != b.Fired => $"it asks that {a.Rule} has fired and has not; take one of the two out",
        (AttributeCondition a, AttributeCondition b) when a.Name == b.Name => Attributes(a, b),
        (EntityCondition a, EntityCondition b) => Entities(a, b),
        (EntityCondition a, FormerCondition b) => Former(a, b),
        (FormerCondition a, EntityCondition b) => Former(b, a),
        _ => null,
    };

    private static Told? Apart<T>(IEnumerable<T> some, IEnumerable<T> others, Told what) => some.Intersect(others).Any()
        ? (Told?)null
        : $"its 'all' asks for two lists of {what} that have nothing in common, and an article has one; put them in one list, or under 'any'";

    private static Told? Within(KindCondition some, KindCondition denied) => some.Kinds.Except(denied.Kinds).Any()
        ? (Told?)null
        : "every kind that it asks for is excluded by its 'not'; take the 'not' out, or ask for another kind";

    private static Told? Attributes(AttributeCondition one, AttributeCondition other) =>
        (one.Exists == false && IsSet(other)) || (other.Exists == false && IsSet(one))
            ? (Told)$"it asks that the attribute '{one.Name}' is absent and that it is there; take one of the two out"
            : Range(one, other) ?? Range(other, one);

    /// <summary>Whether it holds only where the attribute is there.</summary>
    private static bool IsSet(AttributeCondition attribute) => attribute.Exists == true || !attribute.Values.IsEmpty || attribute.Above is not null || attribute.Below is not null;

    private static Told? Range(AttributeCondition one, AttributeCondition other) => one.Above >= other.Below
        ? $"no number is above {one.Above} and below {other.Below}, as it asks of the attribute '{one.Name}'; widen the range"
        : (Told?)null;

    /// <summary>Of several conditions about entities one entity must meet all, in its one role.</summary>
    private static Told? Entities(EntityCondition one, EntityCondition other)
    {
        Told? what = !one.Registries.Overlaps(other.Registries) ? (Told)"registries"
            : NothingShared(one.Roles, other.Roles) && !MayBeBoth(one, other) && !MayBeBoth(other, one) ? (Told)"roles"
            : NothingShared(one.Kinds, other.Kinds) ? (Told)"kinds"
            : one.Ids.Count > 0 && other.Ids.Count > 0 && !one.Ids.Overlaps(other.Ids) ? (Told)"ids"
            : null;
        return what is null ? (Told?)null : $"one entity must meet both of its 'entity' conditions, and their {what} have nothing in common; put them in one list, or under 'any'";
    }

    private static Told? Former(EntityCondition listed, FormerCondition former) => listed.Registries.Count == 1 && listed.Registries.SetEquals(former.Registries)
        ? "nobody is on a register and off it on one day, as its 'entity' and 'former' ask; put them under 'any'"
        : (Told?)null;

    /// <summary>The source of a repost counts as mentioned too.</summary>
    private static bool MayBeBoth(EntityCondition source, EntityCondition mentioned) => source.Roles.Contains(Role.Source) && mentioned.Roles.Contains(Role.Mentioned);

    private static bool NothingShared<T>(IReadOnlyCollection<T> some, IReadOnlyCollection<T> others) => some.Count > 0 && others.Count > 0 && !some.Intersect(others).Any();

    private static string Lower(string text) => text.ToLowerInvariant();

    private static string Language(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
