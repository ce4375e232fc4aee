using LabelService.Workflow.Teaching;

namespace LabelService.Workflow.Tests.Teaching;

public sealed class WilsonTests
{
    /// <summary>As published tables have them.</summary>
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 1, 0, 0.7935)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(10, 20, 0.2993, 0.7007)]
    [InlineData(20, 20, 0.8389, 1)]
    [InlineData(600, 1000, 0.5693, 0.6299)]
    public void Bounds_the_share(long hits, long trials, double lower, double upper)
    {
        var interval = Wilson.Interval(hits, trials);

        Assert.Equal(lower, interval.Lower, 0.0001);
        Assert.Equal(upper, interval.Upper, 0.0001);
    }

    [Fact]
    public void Finds_within_how_long_a_share_was_decided()
    {
        List<DecidedCount> decided = [Of(10, 5), Of(60, 4), Of(7200, 1)];

        Assert.Equal(10, TeachingSums.Quantile(decided, 0.5));
        Assert.Equal(60, TeachingSums.Quantile(decided, 0.9));
        Assert.Equal(7200, TeachingSums.Quantile(decided, 1));
        Assert.Null(TeachingSums.Quantile([], 0.5));
    }

    private static DecidedCount Of(long seconds, long count) => new() { Site = "default", Seconds = seconds, Count = count };
}
