using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Ranges of days that have no day in common. An unknown day counts as in both, which saves no rule.</summary>
internal static class DayClash
{
    public static Told? Between(DaysCondition one, DaysCondition other) =>
        one.OfPublication == other.OfPublication && (one.Until <= other.From || other.Until <= one.From)
            ? (Told)$"its two ranges of the day {(one.OfPublication ? (Told)"of publication" : "asked about")} have no day in common; make them overlap, or put them under 'any'"
            : null;

    public static Told? Of(AgeCondition age) => Least(age) >= age.LessThanDays - 1 || (age.MoreThanYears is { } years && years * 365 >= age.LessThanDays)
        ? (Told)"no age in days is both more than its lower and less than its upper bound; widen the range"
        : null;

    public static Told? Between(AgeCondition one, AgeCondition other) => Of(new AgeCondition(
        Larger(one.MoreThanDays, other.MoreThanDays), Larger(one.MoreThanYears, other.MoreThanYears), Smaller(one.LessThanDays, other.LessThanDays)));

    private static int? Least(AgeCondition age) => age.MoreThanDays;

    private static int? Larger(int? one, int? other) => one is null ? other : other is null ? one : Math.Max(one.Value, other.Value);

    private static int? Smaller(int? one, int? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
