using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>A record that was read, checked and packed: nothing is left to do but to write it.</summary>
/// <param name="Submitted">The request as <see cref="PackedJson"/> keeps it.</param>
/// <param name="Keys">See <c>ArticleWords</c>.</param>
/// <param name="IsPending">It leaves something to a moderator.</param>
internal sealed record ImportedArticle(
    string Identity, string? ExternalId, string? Url, string ContentHash, string Asked, byte[] Submitted, string LabelsHash, uint[] Keys, bool IsPending, string Verdict,
    RulesInForce Rules);

/// <summary>What became of one record: an article, a fault, or nothing where it was no article at all.</summary>
internal sealed record ImportedRecord(string Place, long Next)
{
    public ImportedArticle? Article { get; init; }
    public string? Fault { get; init; }
    public bool IsPassedOver { get; init; }
}

/// <summary>Articles that are written in one transaction, with the segment of the index that they make and how far the source is done.</summary>
internal sealed record ImportPage(string Site, IReadOnlyList<ImportedArticle> Articles, ImportRow Journal, DateTimeOffset Now);

/// <summary>An article as the store has it.</summary>
internal sealed record StoredArticle(string ContentHash, bool IsErased);
