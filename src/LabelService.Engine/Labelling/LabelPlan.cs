using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Labelling;

/// <summary>A text to put into the article, beside its body.</summary>
/// <param name="Subject">Of whom it speaks, by the place that names them; what else it is about where it speaks of nobody.</param>
internal sealed record Addition(Placement Placement, string Text, string Html, string Subject);

/// <summary>What changes between the article and its labelled form, before any markup is touched.</summary>
internal sealed record LabelPlan(
    ImmutableArray<Addition> Additions, ImmutableArray<Remark> Remarks, ImmutableArray<(int Start, int End)> Cuts, ImmutableHashSet<int> LeftOutBlocks, ImmutableArray<string> LeftOut)
{
    public IEnumerable<Addition> At(Placement placement) => Additions.Where(a => a.Placement == placement);

    /// <summary>The markup for one place; statements of one subject that follow one another stand as one block.</summary>
    public IEnumerable<string> HtmlAt(Placement placement)
    {
        List<Addition> here = [.. At(placement)];
        for (int i = 0, next; i < here.Count; i = next)
        {
            next = i + 1;
            while (next < here.Count && here[next].Subject == here[i].Subject)
            {
                next++;
            }

            yield return next == i + 1 ? here[i].Html : LabelMarkup.Group(here[i..next].Select(a => a.Html));
        }
    }
}
