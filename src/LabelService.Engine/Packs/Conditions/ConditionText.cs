using System.Globalization;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>A condition in one line, the same for conditions that ask the same, wherever they stand and in whatever order their lists are.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition) => condition switch
    {
        AllCondition all => $"all({Sorted(ConditionKinds.Parts(all).Select(Of))})",
        AnyCondition any => $"any({Sorted(any.Conditions.Select(Of))})",
        NotCondition not => $"not({Of(not.Inner)})",
        AlwaysCondition => "always",
        EntityCondition e => $"entity({Sorted(e.Registries)};{Sorted(e.Roles)};{e.Material};{Sorted(e.Kinds)};{Sorted(e.Ids)})",
        FormerCondition f => $"former({Sorted(f.Registries)};{Sorted(f.Roles)})",
        TermsCondition t => $"terms({Sorted(t.Phrases)};{Sorted(t.All)};{t.AtLeast};{Sorted(t.Scope.Parts)})",
        PatternCondition p => $"pattern({p.Regex};{Sorted(p.Scope.Parts)})",
        KindCondition k => $"kind({Sorted(k.Kinds)})",
        FormatCondition f => $"format({Sorted(f.Formats)})",
        SectionCondition s => $"section({Sorted(s.Sections)})",
        TagCondition t => $"tag({Sorted(t.Tags)})",
        LanguageCondition l => $"language({Sorted(l.Tags)})",
        MediaCondition m => Line($"media({Sorted(m.Kinds)};{m.MinSeconds};{m.MaxSeconds})"),
        AttributeCondition a => Line($"attribute({a.Name};{Sorted(a.Values)};{a.Exists};{a.Above};{a.Below})"),
        DaysCondition d => Line($"days({d.OfPublication};{d.From:yyyy-MM-dd};{d.Until:yyyy-MM-dd})"),
        AgeCondition a => Line($"age({a.MoreThanDays};{a.MoreThanYears};{a.LessThanDays})"),
        RuleCondition r => $"rule({r.Rule};{r.Fired})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.GetType().Name, "A kind of condition that has no line here yet."),
    };

    private static string Sorted<T>(IEnumerable<T> items) => string.Join(',', items.Select(i => $"{i}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
