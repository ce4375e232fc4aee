using System.Collections.Immutable;
using LabelService.Workflow.Registries.Formats;

namespace LabelService.Workflow.Registries;

/// <summary>What an operator says about an import.</summary>
internal sealed record ImportOptions
{
    /// <summary>The registry; by the format where null.</summary>
    public string? Id { get; init; }

    /// <summary>By the content where null.</summary>
    public ExportFormat? Format { get; init; }

    /// <summary>The day on which the list was taken from its source; by file, file name or file time where null.</summary>
    public DateOnly? Retrieved { get; init; }

    /// <summary>What new ids begin with; by the format where null.</summary>
    public string? Prefix { get; init; }

    public ColumnMap Columns { get; init; } = ColumnMap.Empty;
    public ImmutableArray<string> Only { get; init; } = [];
    public MissingEntities Missing { get; init; }

    /// <summary>Percent of rows that may be unreadable.</summary>
    public double MaxSkipped { get; init; } = 2;

    /// <summary>Whether the list may have lost a fifth of its entities since the last import.</summary>
    public bool AllowShrink { get; init; }
}
