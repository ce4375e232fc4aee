using LabelService.Engine.Facts;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Finding;

/// <summary>Whether an article is its source's own or reposted: it is own where no other publisher is named.</summary>
internal sealed class MaterialJudge(ReadArticle article)
{
    public MaterialKind Of(Entity source)
    {
        if (article.Article.Publisher?.Name is not { } publisher || publisher.AsSpan().Trim().IsEmpty)
        {
            return MaterialKind.Own;
        }

        var isSource = NameVariants.Of(source).Any(v => LineReader.SameText(v.Name, publisher))
            || (article.Article.Source?.Name is { } named && LineReader.SameText(named, publisher));
        return isSource ? MaterialKind.Own : MaterialKind.Repost;
    }
}
