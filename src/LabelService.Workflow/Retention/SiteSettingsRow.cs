namespace LabelService.Workflow.Retention;

/// <summary>How long a site's data is kept.</summary>
internal sealed class SiteSettingsRow
{
    public required string Site { get; init; }

    /// <summary>Days after its last change at which an article is erased; null keeps it until the newsroom deletes it.</summary>
    public int? ArticleDays { get; set; }

    /// <summary>Days after a review was opened at which names that nobody upheld are erased from what is over; null keeps them.</summary>
    public int? PendingDays { get; set; }
}
