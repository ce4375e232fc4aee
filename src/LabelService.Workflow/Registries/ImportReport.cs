using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>One thing that was odd.</summary>
/// <param name="Row">Row, line or place in the list; 0 where it is of no row.</param>
/// <param name="Subject">The name of the entity.</param>
/// <param name="Detail">What was done with it, where that differs from row to row.</param>
internal sealed record OddRow(Oddity Oddity, string File, int Row, string Subject, string Detail);

/// <summary>What an import read, found odd and changed.</summary>
internal sealed class ImportReport
{
    private readonly List<OddRow> _odd = [];

    public int RowsRead { get; set; }

    public int RowsSkipped => _odd.Count(o => o.Oddity == Oddity.Skipped);

    public ImmutableArray<ExportFormat> Formats { get; set; } = [];

    public DateOnly Retrieved { get; set; }

    /// <summary>Whether <see cref="Retrieved"/> is only the time of the file.</summary>
    public bool DayIsGuessed { get; set; }

    public ImmutableArray<Entity> Entities { get; set; } = [];

    public ImmutableArray<RegistryChange> Changes { get; set; } = [];

    /// <summary>Whether the registry had a file before, so that <see cref="Changes"/> says something.</summary>
    public bool HadFile { get; set; }

    public IReadOnlyList<OddRow> Odd => _odd;

    public void Add(Oddity oddity, ExportRow row, string detail = "") => _odd.Add(new OddRow(oddity, row.File, row.Number, row.Name, detail));

    public void Add(OddRow odd) => _odd.Add(odd);
}
