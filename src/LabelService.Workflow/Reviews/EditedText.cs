using System.Collections.Frozen;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Requiring;
using LabelService.Engine.Rulesets;
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

        var check = new Reading(article.Request, new AskedDay(exceptions.Today(ruleset), DayOrigin.Today), ruleset, exceptions.Of(ruleset, article.Row.Site));
        var own = check.Labelled(edits.ToFrozenDictionary(e => e.DisclosureId, _ => new Ruling(true), StringComparer.Ordinal));
        var edited = check.Labelled(edits.ToFrozenDictionary(e => e.DisclosureId, e => new Ruling(true, e.Text), StringComparer.Ordinal));
        foreach (var edit in edits)
        {
            if (FaultOf(edit, own.GetValueOrDefault(edit.DisclosureId), edited.GetValueOrDefault(edit.DisclosureId)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>A pack that defines no forms of its notice knows not even its own words again: there, the name must stay.</summary>
    private static Refusal? FaultOf(DisclosureDecision edit, DisclosureReport? own, DisclosureReport? edited) => own?.Status == DisclosureStatus.Present
        ? edited?.Status == DisclosureStatus.Present ? null : ReviewRefusals.OutOfBounds("$.decisions", $"the edited text is not read as what the rule asks for: {edited?.Why}")
        : edited?.Subjects.FirstOrDefault() is { } subject && !edit.Text!.Values.All(t => Names(t, subject))
            ? ReviewRefusals.OutOfBounds("$.decisions", $"the edited text must still name {subject.Name}.")
        : null;

    private static bool Names(string text, SubjectReport subject) =>
        text.Contains(subject.Name, StringComparison.OrdinalIgnoreCase) || text.Contains(subject.RegisteredName, StringComparison.OrdinalIgnoreCase);

    /// <summary>An article read again with its labels in it.</summary>
    private sealed record Reading(CheckRequest Request, AskedDay Day, Ruleset Ruleset, Exceptions InForce)
    {
        public Dictionary<string, DisclosureReport> Labelled(FrozenDictionary<string, Ruling> rulings)
        {
            var heard = new Rulings(rulings);
            var first = ArticleChecker.Check(Request with { AsOf = null, Include = [ReportPart.Labelled] }, Day, Ruleset, InForce, heard);
            var article = Request.Article with { Title = null, Lead = null, Body = first.Labelled!.Text, Format = ArticleFormat.Text };
            return ArticleChecker.Check(Request with { AsOf = null, Include = null, Article = article }, Day, Ruleset, InForce, heard)
                .Disclosures.DistinctBy(d => d.Id).ToDictionary(d => d.Id, StringComparer.Ordinal);
        }
    }
}
