using System.Collections.Immutable;

namespace LabelService.Workflow.Registries;

/// <summary>What one export file holds.</summary>
internal sealed record Export(ExportFormat Format, ImmutableArray<ExportRow> Rows)
{
    /// <summary>Rows that could not be read, and why.</summary>
    public ImmutableArray<SkippedRow> Skipped { get; init; } = [];

    /// <summary>The day on which the list was taken, where the file says so.</summary>
    public DateOnly? Taken { get; init; }

    /// <summary>How many rows the whole list has, where the file says so; a page may hold fewer.</summary>
    public int? Promised { get; init; }
}

/// <param name="Number">As in <see cref="ExportRow.Number"/>.</param>
internal sealed record SkippedRow(string File, int Number, string Why);
