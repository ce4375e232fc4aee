namespace LabelService.Workflow.Evaluation;

/// <summary>The sets of gold texts, each measuring another thing.</summary>
internal enum GoldSet
{
    /// <summary>Names in articles.</summary>
    Mentions,

    /// <summary>Forms that are a name, and forms that are somebody else's.</summary>
    Inflection,

    /// <summary>Disguised names, and texts that hold none.</summary>
    Evasion,

    /// <summary>Notices, age marks and source lines that articles carry.</summary>
    Notices,
}
