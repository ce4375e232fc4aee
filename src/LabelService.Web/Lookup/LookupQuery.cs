using System.Globalization;
using LabelService.Engine.Rulesets;

namespace LabelService.Web.Lookup;

/// <summary>What is asked of the registers: words, perhaps one register, a day.</summary>
/// <param name="Fault">The key of the text that says what is wrong; null where nothing is.</param>
internal sealed record LookupQuery(string Words, string? Registry, DateOnly Day, string? Fault)
{
    public const int LongestWords = 200;

    public string IsoDay => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static LookupQuery Of(string? words, string? registry, string? day, Ruleset ruleset, DateOnly today)
    {
        var isDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked);
        var only = string.IsNullOrEmpty(registry) ? null : registry;
        var fault = words?.Length > LongestWords ? "lookup.fault.words"
            : !isDay && !string.IsNullOrEmpty(day) ? "lookup.fault.day"
            : only is not null && !ruleset.Registries.ContainsKey(only) ? "lookup.fault.registry"
            : null;
        return new LookupQuery(words?.Trim() ?? "", only, isDay ? asked : today, fault);
    }
}
