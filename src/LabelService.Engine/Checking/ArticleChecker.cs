using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>A check is a function of article, day, ruleset and exceptions: no clock, disk, network or logger inside.</summary>
public static class ArticleChecker
{
    /// <exception cref="CheckRefusedException">The article itself cannot be read: too deeply nested, or beyond the work limit.</exception>
    public static CheckReport Check(CheckRequest request, AskedDay day, Ruleset ruleset, Exceptions exceptions)
    {
        return new CheckReport
        {
            Verdict = Verdict.Compliant,
            AsOf = day,
            Article = new ArticleSummary(request.Article.ExternalId, "sha256:", request.Article.Title, request.Article.Language),
            Ruleset = ruleset.Reference,
        };
    }
}
