using LabelService.Workflow.Articles;

namespace LabelService.Workflow.Events;

/// <summary>An event before it has its number.</summary>
internal sealed record EventDraft(string Type, string Site, long ArticleId, string? ExternalId, string? Url)
{
    public string? CheckId { get; init; }
    public string? ReviewId { get; init; }

    /// <summary>See <see cref="EventRow.Data"/>.</summary>
    public string? Data { get; init; }

    public static EventDraft Of(string type, ArticleRow article) => new(type, article.Site, article.Id, article.ExternalId, article.Url);

    public EventRow Row(long seq, DateTimeOffset now) => new()
    {
        Seq = seq,
        Site = Site,
        Type = Type,
        At = now,
        ArticleId = ArticleId,
        ExternalId = ExternalId,
        Url = Url,
        CheckId = CheckId,
        ReviewId = ReviewId,
        Data = Data,
    };
}
