namespace LabelService.Workflow.Registries;

/// <summary>The exports that an import reads.</summary>
public enum ExportFormat
{
    /// <summary>The ministry's spreadsheet of foreign agents.</summary>
    MinistryXlsx,

    /// <summary>The ministry's REST answer about foreign agents.</summary>
    MinistryJson,

    /// <summary>The ministry's list of undesirable organisations.</summary>
    UndesirableJson,

    FaraRegistrantsCsv,
    FaraPrincipalsCsv,
    FaraRegistrantsJson,
    FaraPrincipalsJson,

    /// <summary>OpenSanctions' lines of FollowTheMoney entities.</summary>
    Opensanctions,

    /// <summary>The state-media matrix.</summary>
    StateMediaCsv,

    /// <summary>Any table with a column map.</summary>
    Csv,
}
