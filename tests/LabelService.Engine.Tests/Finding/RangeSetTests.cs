using LabelService.Engine.Finding;

namespace LabelService.Engine.Tests.Finding;

public class RangeSetTests
{
    [Fact]
    public void Agrees_with_a_plain_list()
    {
        var random = new Random(44);
        for (var round = 0; round < 200; round++)
        {
            var set = new RangeSet();
            var plain = new List<(int Start, int End)>();
            for (var i = 0; i < 40; i++)
            {
                var start = random.Next(100);
                var end = start + 1 + random.Next(8);
                var isFree = !plain.Any(range => range.Start < end && start < range.End);

                Assert.Equal(!isFree, set.Overlaps(start, end));
                Assert.Equal(isFree, set.TryAdd(start, end));
                if (isFree)
                    plain.Add((start, end));
            }

            plain.Sort();
            Assert.All(Enumerable.Range(0, 110), position =>
            {
                Assert.Equal(plain.Where(r => r.Start < position).Select(r => ((int, int)?)r).LastOrDefault(), set.LastBefore(position));
                Assert.Equal(plain.Where(r => r.Start >= position).Select(r => ((int, int)?)r).FirstOrDefault(), set.FirstFrom(position));
            });
        }
    }
}
