using LabelService.Engine.Model;

namespace LabelService.Workflow.Archive.Sources;

/// <summary>Records of an archive, one after another, from any of them on.</summary>
internal interface IRecordSource
{
    /// <summary>What tells whether up to a position it is still the source that was begun.</summary>
    string StampAt(long position);

    /// <summary>Where it ends, in the units of <see cref="RawRecord.Next"/>; null where nobody knows before.</summary>
    long? End { get; }

    /// <param name="position">0, or the <see cref="RawRecord.Next"/> of the last record that is done.</param>
    /// <exception cref="InvalidDataException">What follows cannot be read as records.</exception>
    IEnumerable<RawRecord> Read(long position);
}

/// <summary>One record as its source gives it: the JSON of a request or an article, a request, or what is wrong with it.</summary>
/// <param name="Place">For whoever looks for it: a line, an item, a file.</param>
/// <param name="Next">Where the next one begins.</param>
internal sealed record RawRecord(string Place, long Next)
{
    public byte[]? Json { get; init; }
    public CheckRequest? Request { get; init; }
    public string? Fault { get; init; }

    /// <summary>Whether it is no article at all, such as a page of an export, and nobody is told of it.</summary>
    public bool IsPassedOver { get; init; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes => Json?.Length ?? (2L * Request?.Article.Body.Length) ?? 0;
}
