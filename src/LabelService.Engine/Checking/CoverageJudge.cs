using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

internal sealed record CoverageJudgement(Coverage Coverage, ImmutableArray<Notice> Notices, bool CouldNotCheck);

/// <summary>Says what could not be checked: a register too old for the day asked, a register or a pack without any usable version.</summary>
internal static class CoverageJudge
{
    public static CoverageJudgement Judge(CheckRequest request, AskedDay day, Ruleset ruleset, string language)
    {
        var russian = language == "ru";
        ImmutableArray<Notice> stale = [.. Stale(request, day, ruleset, russian)];
        ImmutableArray<Notice> lost = [.. Lost(request, ruleset, russian)];
        IEnumerable<Notice> unknown = day.Date is null ? [DayUnknown(russian)] : [];
        return new CoverageJudgement(
            stale.IsEmpty && lost.IsEmpty ? Coverage.Full : Coverage.Partial, [.. lost, .. stale, .. unknown, .. BrokenNotices.OfKept(request, ruleset, russian)], !lost.IsEmpty);
    }

    private static IEnumerable<Notice> Stale(CheckRequest request, AskedDay day, Ruleset ruleset, bool russian)
    {
        foreach (var registry in ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            if (day.Date is { } asked && !registry.IsFreshOn(asked) && Jurisdictions.Apply(request, ruleset, registry.Jurisdiction))
            {
                var retrieved = registry.Retrieved!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new Notice("registry-stale", russian
                    ? $"Реестр {registry.Id} получен {retrieved}; изменения после этого дня не проверены."
                    : $"The register {registry.Id} was retrieved on {retrieved}; changes after that day could not be checked.");
            }
        }
    }

    private static Notice DayUnknown(bool russian) => new("day-unknown", russian
        ? "День неизвестен: учтены все версии правил и все записи реестров, включая закончившиеся. Укажите publishedAt или asOf."
        : "The day is unknown: every version of a rule and every listing counts, ended ones too. Give publishedAt or asOf.");

    private static IEnumerable<Notice> Lost(CheckRequest request, Ruleset ruleset, bool russian)
    {
        foreach (var pack in BrokenNotices.OfLost(request, ruleset, russian))
        {
            yield return pack;
        }

        foreach (var id in ruleset.UnusableRegistries)
        {
            yield return new Notice("registry-unavailable", russian
                ? $"Реестр {id} не загружен: зависящие от него правила не проверены."
                : $"The register {id} could not be loaded: the rules that rest on it were not checked.");
        }
    }
}
