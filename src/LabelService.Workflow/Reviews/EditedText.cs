using System.Collections.Frozen;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Reviews;

/// <summary>
/// Holds an edited wording to its rule: put into the article as a label, the engine must find the disclosure present. So an edit can add
/// or shorten, and never lose the body's name or what the law wants said.
/// </summary>
internal static class EditedText
{
    public static Refusal? Fault(List<DisclosureDecision> edits, ReviewArticle article, LoadedRuleset loaded, ExceptionsInForce exceptions)
    {
        if (article.Request is null || loaded.For(article.Request.Article) is not { } ruleset)
        {
            return ReviewRefusals.OutOfBounds("$.decisions", "cannot be edited: the article was erased, or no ruleset is loaded.");
        }

        var rulings = new Rulings(edits.ToFrozenDictionary(e => e.DisclosureId, e => new Ruling(true, e.Text), StringComparer.Ordinal));
        var day = new AskedDay(exceptions.Today(ruleset), DayOrigin.Today);
        var inForce = exceptions.Of(ruleset, article.Row.Site);
        var labelled = ArticleChecker.Check(article.Request with { AsOf = null, Include = [ReportPart.Labelled] }, day, ruleset, inForce, rulings);
        if (labelled.Labelled is not { } copy)
        {
            return null;
        }

        var again = article.Request with
        {
            AsOf = null,
            Include = null,
            Article = article.Request.Article with { Title = null, Lead = null, Body = copy.Text, Format = ArticleFormat.Text },
        };
        var read = ArticleChecker.Check(again, day, ruleset, inForce, rulings);
        foreach (var edit in edits)
        {
            var found = read.Disclosures.FirstOrDefault(d => d.Id == edit.DisclosureId);
            if (found is { Status: not DisclosureStatus.Present })
            {
                return ReviewRefusals.OutOfBounds("$.decisions", $"the edited text is not read as what the rule asks for: {found.Why}");
            }
        }

        return null;
    }
}
