using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Labelling.Forms;
using LabelService.Engine.Model;
using LabelService.Engine.Reconciling;

namespace LabelService.Engine.Labelling;

/// <summary>Makes the article alone, with what it must carry: title once, notices, body, source line; without repeated title or teasers.</summary>
internal static class Labeller
{
    public static LabelledArticle Label(ArticleFacts facts, Reconciled reconciled, DisclosureWriter writer)
    {
        var plan = new LabelPlanner(facts, reconciled, writer).Plan();
        var labelled = new LabelledArticle(
            LabelledHtml.Write(facts, plan), LabelledText.Write(facts, plan), LabelledJsonLd.Write(facts, reconciled, writer.PublicUrl), plan.LeftOut);
        return facts.Request.Includes(ReportPart.Forms) ? WithForms(labelled) : labelled;
    }

    private static LabelledArticle WithForms(LabelledArticle labelled) => labelled with
    {
        Markdown = MarkdownForm.Write(labelled.Html), Amp = AmpForm.Write(labelled.Html), Email = EmailForm.Write(labelled.Html),
    };
}

/// <summary>The source line that a labelled article ends with when only a field of the request named its source.</summary>
internal static class SourceLine
{
    public static string? Of(ArticleFacts facts)
    {
        if (facts.Source is not { Origin: SourceOrigin.Field } source || facts.Parts.Body.Contains(PartKind.SourceLine))
        {
            return null;
        }

        var line = LabelWords.Source(source.Name, facts.Article.Language);
        // A name too long to be told from a sentence may stand there all the same.
        var body = facts.Article.Body;
        return body.Blocks.Any(b => body.Text.AsSpan(b.Start, b.End - b.Start).SequenceEqual(line)) ? null : line;
    }
}
