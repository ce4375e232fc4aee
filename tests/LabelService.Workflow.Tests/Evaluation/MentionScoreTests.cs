using LabelService.Engine.Checking;
using LabelService.Workflow.Evaluation;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Workflow.Tests.Evaluation;

public sealed class MentionScoreTests
{
    [Fact]
    public void Takes_a_find_whose_half_overlaps()
    {
        Assert.Equal((1, 0), Score([Some.Mention(10, 20)], [Some.Find(10, 15)]));
        Assert.Equal((0, 1), Score([Some.Mention(10, 20)], [Some.Find(10, 14)]));
        Assert.Equal((1, 0), Score([Some.Mention(10, 20)], [Some.Find(5, 25)]));
    }

    [Fact]
    public void Takes_one_find_for_a_mention_and_punishes_no_repetition() =>
        Assert.Equal((1, 0), Score([Some.Mention(10, 20)], [Some.Find(10, 20), Some.Find(10, 16), Some.Find(10, 20)]));

    [Fact]
    public void Gives_the_best_overlap_to_each_mention() =>
        Assert.Equal((2, 0), Score([Some.Mention(10, 20), Some.Mention(18, 28)], [Some.Find(12, 22), Some.Find(10, 20), Some.Find(18, 28)]));

    [Fact]
    public void Counts_a_find_of_somebody_else_as_wrong() => Assert.Equal((0, 1), Score([Some.Mention(10, 20)], [Some.Find(10, 20, "B")]));

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("A", null, 0)]
    [InlineData("B", null, 1)]
    [InlineData(null, "person", 0)]
    [InlineData(null, "org", 1)]
    public void Drops_finds_in_zones_that_say_nothing(string? entity, string? only, int wrong)
    {
        var zone = new IgnoreZone(new Span(0, 15), entity, only);

        Assert.Equal((0, wrong), Score([], [Some.Find(10, 20)], zone));
    }

    private static (int Right, int Wrong) Score(GoldMention[] mentions, NameMatch[] finds, params IgnoreZone[] ignored)
    {
        var text = Some.GoldText(mentions, ignored);
        var tally = MentionScore.Of(text, finds).Tally(text);
        Assert.Equal(mentions.Length, tally.Right + tally.Missed);
        return (tally.Right, tally.Wrong);
    }
}
