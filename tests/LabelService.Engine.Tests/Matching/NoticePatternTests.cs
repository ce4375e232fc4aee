using LabelService.Engine.Matching;

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
        var found = Assert.Single(NoticePattern.Parse(pattern).Find(TokenLine.Of(text, 0, text.Length)));

        Assert.Equal(expected, text[found.Start..found.End]);
        Assert.Equal(subject, found.Subject is { } s ? text[s.Start..s.End] : null);
    }

    [Theory]
    [InlineData("made by agent {subject}", "Made by. Agent Moon")]
    [InlineData("made by agent {subject}", "made by agents Moon")]
    [InlineData("made by agent {subject}", "made by agent.")]
    public void Finds_nothing_where_the_wording_differs(string pattern, string text) =>
        Assert.Empty(NoticePattern.Parse(pattern).Find(TokenLine.Of(text, 0, text.Length)));

    [Theory]
    [InlineData("made (by agent", 5)]
    [InlineData("made by agent)", 13)]
    [InlineData("made by agent {name}", 14)]
    [InlineData("made by", 0)]
    [InlineData("[foreign agent] by", 0)]
    public void Rejects_a_pattern_and_says_where(string pattern, int at)
    {
        var refusal = Assert.Throws<NoticePatternException>(() => NoticePattern.Parse(pattern));

        Assert.Equal(at, refusal.At);
    }

    [Fact]
    public void Finds_two_notices_in_one_block()
    {
        const string text = "Made by agent Moon. Made by agent Sun.";

        Assert.Equal(["Moon", "Sun"], NoticePattern.Parse("made by agent {subject}").Find(TokenLine.Of(text, 0, text.Length)).Select(f => text[f.Subject!.Value.Start..f.Subject.Value.End]));
    }
}
