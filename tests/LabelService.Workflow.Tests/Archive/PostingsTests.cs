using LabelService.Engine.Candidates;
using LabelService.Workflow.Archive;

namespace LabelService.Workflow.Tests.Archive;

public class PostingsTests
{
    [Fact]
    public void Gives_back_what_was_put_in_and_forgets_what_was_taken_out()
    {
        var random = new Random(7);
        var articles = Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, random.Next(1, 60)).Select(_ => (uint)random.Next(500) * 8_000_017).Distinct().Order().ToArray()).ToList();
        HashSet<int> gone = [3, 77, 299];
        foreach (var (bucket, data) in Postings.Build(articles))
        {
            var here = articles.Index().Where(a => a.Item.Any(k => Postings.BucketOf(k) == bucket)).Select(a => a.Index).ToHashSet();
            Assert.Equal(here, Postings.ArticlesIn(data));
            var left = Postings.Without(data, gone);
            Assert.Equal(here.Overlaps(gone), left is not null);
            foreach (var key in articles.SelectMany(a => a).Where(k => Postings.BucketOf(k) == bucket).Distinct())
            {
                Assert.Equal(Having(articles, key), Read(data, key));
                Assert.Equal(Having(articles, key).Where(place => !gone.Contains(place)), Read(left ?? data, key));
            }
        }
    }

    [Fact]
    public void Tells_keys_of_another_version_from_its_own()
    {
        foreach (var keys in (uint[][])[[], [0], [0, 1], [1, 2, 3_000_000_000]])
        {
            Assert.Equal(keys, PackedKeys.Unpack(PackedKeys.Pack(keys, 1), 1));
            Assert.Equal(keys, PackedKeys.Unpack(PackedKeys.Pack(keys, 3), 3));
            Assert.Null(PackedKeys.Unpack(PackedKeys.Pack(keys, 1), 3));
            Assert.Null(PackedKeys.Unpack(PackedKeys.Pack(keys, 3), 1));
        }

        Assert.Equal([1L, 9], PackedArticles.Unpack(PackedArticles.Pack([1, 9], 1)));
        Assert.Equal([1L, 9], PackedArticles.Unpack(PackedArticles.Pack([1, 9], 3)));
        Assert.Equal((true, false), (PackedArticles.IsCurrent(PackedArticles.Pack([1], 1), 1), PackedArticles.IsCurrent(PackedArticles.Pack([1], 1), 3)));
        Assert.Equal((false, true), (PackedArticles.IsCurrent(PackedArticles.Pack([1], 3), 1), PackedArticles.IsCurrent(PackedArticles.Pack([1], 3), 3)));
    }

    private static List<int> Having(List<uint[]> articles, uint key) => [.. articles.Index().Where(a => a.Item.Contains(key)).Select(a => a.Index)];

    private static List<int> Read(byte[] data, uint key)
    {
        var bits = new ulong[Postings.MostArticles / 64];
        Postings.Read(data, [(key, bits)]);
        return [.. Enumerable.Range(0, Postings.MostArticles).Where(i => (bits[i >> 6] & (1UL << (i & 63))) != 0)];
    }
}
