using LabelService.Engine.Model;

namespace LabelService.Workflow.Articles;

/// <summary>By what an article is known again within its site: the CMS's own id, else its address, else its content.</summary>
internal static class ArticleIdentity
{
    public static string Of(Article article, string contentHash) => article switch
    {
        { ExternalId: { Length: > 0 } id } => OfExternalId(id),
        { Url: { Length: > 0 } url } => "url:" + url,
        _ => "hash:" + contentHash,
    };

    public static string OfExternalId(string externalId) => "id:" + externalId;
}
