using LabelService.Workflow.Checks;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Storage;

/// <summary>An article as a check has just written it.</summary>
/// <param name="LabelsChanged">Whether it must carry something else than was last told.</param>
internal sealed record PutArticle(long Id, bool IsNew, bool LabelsChanged)
{
    public EventDraft Event(string type, CheckRecord record) => new(type, record.Site, Id, record.Request.Article.ExternalId, record.Request.Article.Url);
}
