using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

internal sealed record CoverageJudgement(Coverage Coverage, ImmutableArray<Notice> Notices, bool CouldNotCheck);

/// <summary>Says what could not be checked: a register too old for the day asked, or one without any usable version.</summary>
internal static class CoverageJudge
{
    public static CoverageJudgement Judge(CheckRequest request, AskedDay day, Ruleset ruleset, string language)
    {
        var russian = language == "ru";
        var notices = ImmutableArray.CreateBuilder<Notice>();
        var stale = false;
        foreach (var registry in ruleset.Registries.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            if (day.Date is { } asked && !registry.IsFreshOn(asked) && Jurisdictions.Apply(request, ruleset, registry.Jurisdiction))
            {
                stale = true;
                var retrieved = registry.Retrieved!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                notices.Add(new Notice("registry-stale", russian
                    ? $"Реестр {registry.Id} получен {retrieved}; изменения после этого дня не проверены."
                    : $"The register {registry.Id} was retrieved on {retrieved}; changes after that day could not be checked."));
            }
        }

        if (day.Date is null)
        {
            notices.Add(new Notice("day-unknown", russian
                ? "День неизвестен: учтены все версии правил и все записи реестров, включая закончившиеся. Укажите publishedAt или asOf."
                : "The day is unknown: every version of a rule and every listing counts, ended ones too. Give publishedAt or asOf."));
        }

        foreach (var id in ruleset.UnusableRegistries)
        {
            notices.Add(new Notice("registry-unavailable", russian
                ? $"Реестр {id} не загружен: зависящие от него правила не проверены."
                : $"The register {id} could not be loaded: the rules that rest on it were not checked."));
        }

        return new CoverageJudgement(
            stale || !ruleset.UnusableRegistries.IsEmpty ? Coverage.Partial : Coverage.Full, notices.ToImmutable(), !ruleset.UnusableRegistries.IsEmpty);
    }
}
