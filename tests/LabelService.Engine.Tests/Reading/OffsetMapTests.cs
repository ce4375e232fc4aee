using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class OffsetMapTests
{
    /// <summary><c>ab</c> from 3, an entity of five characters, a line end without a source, <c>cd</c> from 20.</summary>
    private static OffsetMap.Builder Some()
    {
        var map = new OffsetMap.Builder();
        map.Add(0, 1, 3, 1);
        map.Add(1, 1, 4, 1);
        map.Add(2, 1, 5, 5);
        map.Add(4, 2, 20, 2);
        return map;
    }

    [Fact]
    public void Finds_both_ends_of_every_character()
    {
        var map = Some().Build();
        Assert.Equal([3, 4, 5, 10, 20, 21, 22], Enumerable.Range(0, 7).Select(map.SourceStart));
        Assert.Equal([3, 4, 5, 10, 10, 21, 22], Enumerable.Range(0, 7).Select(map.SourceEnd));
    }

    [Fact]
    public void Forgets_what_is_cut_off()
    {
        var map = Some();
        map.Truncate(5);
        Assert.Equal(21, map.SourceEnd);
        map.Truncate(3);
        Assert.Equal(10, map.SourceEnd);
    }

    [Fact]
    public void Keeps_the_order_of_the_source_when_a_position_is_wrong()
    {
        var map = Some();
        map.Add(6, 4, 19, 4);
        var built = map.Build();
        Assert.Equal((22, 23), (built.SourceStart(6), built.SourceEnd(10)));
    }

    [Fact]
    public void Keeps_positions_of_the_identity()
    {
        Assert.True(OffsetMap.Identity.IsIdentity);
        Assert.Equal((7, 7), (OffsetMap.Identity.SourceStart(7), OffsetMap.Identity.SourceEnd(7)));
        Assert.Same(OffsetMap.Identity, new OffsetMap.Builder().Build());
    }
}
