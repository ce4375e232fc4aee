using System.Collections.Frozen;

namespace LabelService.Workflow.Registries;

/// <summary>What an import fills in for a format where the operator says nothing.</summary>
/// <param name="Registry">The registry's id; null where only the operator can know.</param>
/// <param name="Prefix">What ids of entities begin with.</param>
/// <param name="IsRussian">Whether names are written as Russian registers write them.</param>
internal sealed record FormatTraits(string? Registry, string Prefix, string TitleEn, string TitleRu, string Jurisdiction, string SourceUrl, int FreshForDays, bool IsRussian = false)
{
    private static readonly FormatTraits Agents = new(
        "ru-foreign-agents", "ru-fa", "Register of foreign agents", "Реестр иностранных агентов", "RU",
        "https://minjust.gov.ru/ru/pages/reestr-inostryannyih-agentov/", 30, IsRussian: true);

    private static readonly FormatTraits Registrants = new(
        "us-fara-registrants", "us-fara", "FARA registrants", "Регистранты FARA", "US", "https://efile.fara.gov/", 30);

    private static readonly FormatTraits Principals = new(
        "us-fara-principals", "us-fp", "Foreign principals of FARA registrants", "Иностранные принципалы регистрантов FARA", "US", "https://efile.fara.gov/", 30);

    private static readonly FrozenDictionary<ExportFormat, FormatTraits> All = new Dictionary<ExportFormat, FormatTraits>
    {
        [ExportFormat.MinistryXlsx] = Agents,
        [ExportFormat.MinistryJson] = Agents,
        [ExportFormat.UndesirableJson] = new(
            "ru-undesirable", "ru-und", "List of undesirable organisations", "Перечень нежелательных организаций", "RU",
            "https://minjust.gov.ru/ru/documents/7756/", 30, IsRussian: true),
        [ExportFormat.FaraRegistrantsCsv] = Registrants,
        [ExportFormat.FaraRegistrantsJson] = Registrants,
        [ExportFormat.FaraPrincipalsCsv] = Principals,
        [ExportFormat.FaraPrincipalsJson] = Principals,
        [ExportFormat.Opensanctions] = new(null, "os", "OpenSanctions", "OpenSanctions", "any", "https://www.opensanctions.org/", 7),
        [ExportFormat.StateMediaCsv] = new("state-media", "sm", "State Media Monitor", "State Media Monitor", "any", "https://statemediamonitor.com/", 400),
        [ExportFormat.Csv] = new(null, "", "Imported table", "Импортированная таблица", "any", "", 30),
    }.ToFrozenDictionary();

    public static FormatTraits Of(ExportFormat format) => All[format];
}
