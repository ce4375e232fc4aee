using LabelService.Engine.Model;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>What to take in, and how.</summary>
/// <param name="Path">A file or folder.</param>
internal sealed record ImportOrder(string Path, string Site)
{
    /// <summary>One of <see cref="Sources.ArchiveFormat.All"/>; null to tell it by the path.</summary>
    public string? Format { get; init; }

    /// <summary>Of articles that do not say another.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>The file that lists refused records.</summary>
    public string? Rejects { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Whether what waits for a moderator opens a review: of an archive that may be a hundred thousand at once.</summary>
    public bool OpenReviews { get; init; }

    /// <summary>Begins anew where an earlier run stopped midway.</summary>
    public bool FromStart { get; init; }
}

/// <summary>How an import goes or went.</summary>
/// <param name="Position">In the units of the source, out of <paramref name="End"/>, where that is known.</param>
internal sealed record ImportProgress(ImportRow Counts, long Began, long Position, long? End)
{
    /// <summary>Records done before this run.</summary>
    public long Before { get; init; }

    public required IReadOnlyDictionary<string, long> Verdicts { get; init; }
}
