using System.Collections.Immutable;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Checks;
using TimeZoneConverter;

namespace LabelService.Workflow.Rulesets;

/// <summary>The settings <c>Rules__*</c>.</summary>
public sealed class RulesOptions
{
    public const string Section = "Rules";
    private const string All = "*";

    /// <summary>The folder with <c>packs</c> and <c>registries</c>.</summary>
    public string Path { get; set; } = "rules";

    /// <summary>Codes separated by commas, or <c>*</c> for all that are loaded.</summary>
    public string Jurisdictions { get; set; } = All;

    /// <summary>An IANA zone, such as <c>Europe/Moscow</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>What the workshop at <c>/workshop</c> may do; a word of <see cref="WorkshopMode"/>.</summary>
    public WorkshopMode Workshop { get; set; } = WorkshopMode.On;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            return "Rules__Path is empty; it must be the folder that holds packs and registries, such as 'rules'.";
        }

        if (!TZConvert.TryGetTimeZoneInfo(TimeZone, out _))
        {
            return $"Rules__TimeZone '{TimeZone}' is no known time zone; use an IANA name such as 'UTC' or 'Europe/Moscow'.";
        }

        var wrong = Codes().FirstOrDefault(code => !Checks.Jurisdictions.IsKnown(code));
        return wrong is null
            ? null
            : $"Rules__Jurisdictions names '{wrong}'; it must be '*' or ISO 3166-1 alpha-2 codes, EU or any, separated by commas, such as 'RU,EU'.";
    }

    public RulesetSettings Settings() => new(TZConvert.GetTimeZoneInfo(TimeZone), Codes());

    private ImmutableArray<string> Codes() =>
        Jurisdictions.Trim() is All or "" ? [] : [.. Jurisdictions.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary><c>On</c>: approved changes take effect. <c>Propose</c>: they are written, proven and proposed here, and taken over into git by hand. <c>Off</c>: no workshop.</summary>
public enum WorkshopMode { On, Propose, Off }
