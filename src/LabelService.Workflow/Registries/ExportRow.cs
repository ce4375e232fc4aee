using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>One row of an official export as it stands there. Personal columns have no place here, so nothing after can leak them.</summary>
/// <param name="Number">Row of the sheet, line of the table, or place in the list, from 1.</param>
/// <param name="Name">The name cell.</param>
/// <param name="From">The day of listing, as written.</param>
internal sealed record ExportRow(string File, int Number, string Name, string From)
{
    /// <summary>The day off the list, as written; empty while it lasts.</summary>
    public string Until { get; init; } = "";

    /// <summary>The source's own lasting key of the entity, where it has one.</summary>
    public string? Key { get; init; }

    /// <summary>Null where the export does not say; then the name tells.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>Addresses, one after the other with semicolons.</summary>
    public string Resources { get; init; } = "";

    public string? NameEn { get; init; }
    public ImmutableArray<string> Aliases { get; init; } = [];
    public ImmutableArray<string> QuotedAliases { get; init; } = [];
    public Gender Gender { get; init; }
    public string? Country { get; init; }
    public string? Order { get; init; }

    /// <summary>Which row of the register this is, such as <c>No. 297</c>.</summary>
    public string? Source { get; init; }

    public string? Notes { get; init; }
}
