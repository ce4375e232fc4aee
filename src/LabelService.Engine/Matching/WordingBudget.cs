using LabelService.Engine.Model;

namespace LabelService.Engine.Matching;

/// <summary>
/// The work that one check may spend on comparing wordings of notices. It counts steps, not time, so that the same article is
/// refused on every machine or on none.
/// </summary>
internal sealed class WordingBudget(long steps = WordingBudget.MaximumSteps)
{
    /// <summary>
    /// Steps of about 20 ns, hence a second in all. A body of 2 MiB that is nothing but beginnings of notices, each in a paragraph
    /// of its own, takes a quarter of them with the packs that ship; an article takes some hundred.
    /// </summary>
    public const long MaximumSteps = 50_000_000;

    /// <summary>How many steps were taken.</summary>
    public long Taken { get; private set; }

    /// <exception cref="CheckRefusedException">None is left.</exception>
    public void Take()
    {
        if (++Taken > steps)
        {
            throw new CheckRefusedException("too-complex", "$.article.body",
                $"Comparing the article with the wordings of notices takes more than {steps} steps: it repeats the words of a notice very often. "
                + "Send it in parts, or simplify the notice patterns of the packs: fewer [..] and (a|b) parts behind each other.");
        }
    }
}
