using LabelService.Engine.Matching;
using LabelService.Engine.Model;

namespace LabelService.Engine.Tests.Matching;

public sealed class NoticePatternTests
{
    [Theory]
    [InlineData("made by an agent named {subject}", "This is MADE by «an agent» named Blue Moon.", "MADE by «an agent» named Blue Moon", "Blue Moon")]
    [InlineData("made by [an] agent {subject} [or of agent {subject}]", "Made by agent Blue Moon or of agent Blue Moon. 18+", "Made by agent Blue Moon or of agent Blue Moon", "Blue Moon")]
    [InlineData("made by agent {subject}", "Made by agent Blue Moon 18+", "Made by agent Blue Moon", "Blue Moon")]
    [InlineData("(издано|произведено) иностранн* агент*", "Произведёно иностранными агентами", "Произведёно иностранными агентами", null)]
    [InlineData("agent of {subject} or relates", "agent of Moon.Media Ltd or relates", "agent of Moon.Media Ltd or relates", "Moon.Media Ltd")]
    public void Finds_the_wording_and_the_name(string pattern, string text, string expected, string? subject)
    {
        var found = Assert.Single(All(NoticePattern.Parse(pattern), text));

        Assert.Equal(expected, text[found.Start..found.End]);
        Assert.Equal(subject, found.Slot is { } s ? text[s.Start..s.End] : null);
    }

    [Theory]
    [InlineData("made by agent {subject}", "Made by. Agent Moon")]
    [InlineData("made by agent {subject}", "made by agents Moon")]
    [InlineData("made by agent {subject}", "made by agent.")]
    public void Finds_nothing_where_the_wording_differs(string pattern, string text) =>
        Assert.Empty(All(NoticePattern.Parse(pattern), text));

    [Theory]
    [InlineData("made (by agent", 5)]
    [InlineData("made by agent)", 13)]
    [InlineData("made by agent {name}", 14)]
    [InlineData("made by", 0)]
    [InlineData("[foreign agent] by", 0)]
    [InlineData("made by agent {subject} or {subject} or {subject} or {subject} or {subject}", 0)]
    public void Rejects_a_pattern_and_says_where(string pattern, int at)
    {
        var refusal = Assert.Throws<NoticePatternException>(() => NoticePattern.Parse(pattern));

        Assert.Equal(at, refusal.At);
    }

    [Fact]
    public void Finds_two_notices_in_one_block()
    {
        const string text = "Made by agent Moon. Made by agent Sun.";

        Assert.Equal(["Moon", "Sun"], All(NoticePattern.Parse("made by agent {subject}"), text).Select(f => text[f.Slot!.Value.Start..f.Slot.Value.End]));
    }

    [Fact]
    public void Rejects_a_pattern_whose_worst_case_is_too_large_and_says_what_would_be_right()
    {
        var refusal = Assert.Throws<NoticePatternException>(() => NoticePattern.Parse(Choices(100) + " foreign"));

        Assert.Contains("200 alternatives", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("two shorter notice forms", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_compare_without_end()
    {
        var pattern = NoticePattern.Parse(Choices(40) + " foreign");
        var text = string.Concat(Enumerable.Repeat("a ", 9_000));

        var refusal = Assert.Throws<CheckRefusedException>(() => All(pattern, text, new WordingBudget(100_000)));

        Assert.Equal(("too-complex", "$.article.body"), (refusal.Code, refusal.Path));
        Assert.Contains("100000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_the_same_steps_whatever_was_compared_before()
    {
        const string text = "Made by agent Moon. Made by agent Sun.";
        var pattern = NoticePattern.Parse("made by agent {subject}");
        var line = new TokenLine();
        line.Read(text, 0, text.Length);
        var (first, second) = (new WordingBudget(), new WordingBudget());

        Assert.Equal(All(pattern, line, first), All(pattern, line, second));

        Assert.Equal(first.Taken, second.Taken);
    }

    private static List<WordingMatch> All(NoticePattern pattern, string text, WordingBudget? budget = null)
    {
        var line = new TokenLine();
        line.Read(text, 0, text.Length);
        return All(pattern, line, budget ?? new WordingBudget());
    }

    private static List<WordingMatch> All(NoticePattern pattern, TokenLine line, WordingBudget budget)
    {
        var found = new List<WordingMatch>();
        for (var at = 0; pattern.FindNext(line, ref at, budget) is { } match;)
        {
            found.Add(match);
        }

        return found;
    }

    private static string Choices(int count) => string.Join(' ', Enumerable.Repeat("[a|a a]", count));
}
