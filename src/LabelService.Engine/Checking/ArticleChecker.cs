using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Reconciling;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Checking;

/// <summary>A check is a function of article, day, ruleset and exceptions: no clock, disk, network or logger inside.</summary>
public static class ArticleChecker
{
    /// <exception cref="CheckRefusedException">The article itself cannot be read: too deeply nested, or beyond the work limit.</exception>
    public static CheckReport Check(CheckRequest request, AskedDay day, Ruleset ruleset, Exceptions exceptions) =>
        Check(request, day, ruleset, exceptions, Rulings.None);

    /// <summary>The same of an article that is read already.</summary>
    /// <exception cref="CheckRefusedException">The article is beyond the work limit.</exception>
    public static CheckReport Check(ReadArticle article, AskedDay day, Ruleset ruleset, Exceptions exceptions) =>
        Judge(FactFinder.Find(article, ruleset.Index, exceptions), day, ruleset, exceptions);

    /// <summary>The same with the decisions that bind for this article.</summary>
    /// <exception cref="CheckRefusedException">The article itself cannot be read: too deeply nested, or beyond the work limit.</exception>
    public static CheckReport Check(CheckRequest request, AskedDay day, Ruleset ruleset, Exceptions exceptions, Rulings rulings)
    {
        var article = ArticleReader.Read(request);
        return Judge(FactFinder.Find(article, ruleset.Index, exceptions), day, ruleset, exceptions, rulings);
    }

    /// <summary>The same on two days, for little more than the price of one: the article is read and searched once.</summary>
    /// <exception cref="CheckRefusedException">The article itself cannot be read: too deeply nested, or beyond the work limit.</exception>
    public static (CheckReport First, CheckReport Second) Check(CheckRequest request, AskedDay first, AskedDay second, Ruleset ruleset, Exceptions exceptions)
    {
        var facts = FactFinder.Find(ArticleReader.Read(request), ruleset.Index, exceptions);
        return (Judge(facts, first, ruleset, exceptions), Judge(facts, second, ruleset, exceptions));
    }

    /// <summary>The same, of facts that are found already.</summary>
    internal static CheckReport Judge(ArticleFacts facts, AskedDay day, Ruleset ruleset, Exceptions exceptions, Rulings? rulings = null)
    {
        var requirements = (rulings ?? Rulings.None).Over(new RuleEvaluator(facts, day, ruleset, exceptions).Evaluate());
        var reconciled = Reconciler.Reconcile(facts, requirements, ruleset);
        return ReportWriter.Write(facts, day, requirements, reconciled, ruleset, exceptions);
    }
}
