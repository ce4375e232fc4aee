namespace LabelService.Workflow.Workshop;

/// <summary>A pack that was approved and lies over the folder's files.</summary>
internal sealed class ReleaseRow
{
    public const string On = "on";
    public const string Replaced = "replaced";
    public const string Returned = "returned";

    public long Number { get; init; }
    public required string Pack { get; init; }
    public required string DraftId { get; init; }
    public required string State { get; set; }
    public required byte[] Files { get; init; }

    /// <summary>Of a hundred articles, how many see it.</summary>
    public required int Share { get; set; }

    /// <summary>Hash of the pack in the folder when it was approved: the files may change beneath it.</summary>
    public required string FolderHash { get; init; }

    /// <summary>The release that this one took the place of, back in force when this one is taken back.</summary>
    public long? Replaces { get; set; }

    public required string ProposedByName { get; init; }
    public required string ApprovedByName { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }
    public string? EndedByName { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Grows with every change of any release, so that other processes notice cheaply.</summary>
    public required long Stamp { get; set; }
}
