using LabelService.Workflow.Checks;

namespace LabelService.Workflow.Storage;

/// <summary>The hot write, by each database in its own words. Used by one thread.</summary>
internal interface ICheckStore : IDisposable
{
    /// <summary>Writes all records in one durable transaction; a null record only proves that writing works.</summary>
    /// <returns>In the order given: what was stored.</returns>
    IReadOnlyList<RecordedCheck?> Write(IReadOnlyList<PackedCheck?> records);

    /// <summary>Whether the error is about what was written (a duplicate) and not about the store.</summary>
    bool IsOfOneRecord(Exception error);
}
