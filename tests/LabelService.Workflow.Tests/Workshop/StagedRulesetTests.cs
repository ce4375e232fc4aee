using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Tests.Workshop;

public sealed class StagedRulesetTests
{
    [Fact]
    public void Spreads_articles_evenly_over_a_hundred()
    {
        var places = Enumerable.Range(0, 10_000).Select(i => StagedRuleset.Place(Article($"wp:{i}", "Text."))).ToList();

        Assert.All(places, p => Assert.InRange(p, 0, 99));
        Assert.InRange(places.Count(p => p < 10), 850, 1150);
    }

    [Fact]
    public void Keeps_an_article_at_its_place_when_its_text_changes() =>
        Assert.Equal(StagedRuleset.Place(Article("wp:1", "Before.")), StagedRuleset.Place(Article("wp:1", "After.")));

    [Fact]
    public void Lays_what_everybody_sees_below_and_what_a_share_sees_above()
    {
        var files = new Dictionary<string, string> { ["packs/a/pack.yaml"] = "folder", ["packs/b/pack.yaml"] = "folder" };
        var releases = new ReleasesInForce(1, [Release(1, "a", "all", 100), Release(2, "a", "some", 10), Release(3, "b", "half", 50)]);

        Assert.Equal([10, 50], releases.Shares);
        Assert.Equal(("all", "folder"), Of(releases.Over(files, 100)));
        Assert.Equal(("all", "half"), Of(releases.Over(files, 50)));
        Assert.Equal(("some", "half"), Of(releases.Over(files, 10)));

        static (string, string) Of(IReadOnlyDictionary<string, string> files) => (files["packs/a/pack.yaml"], files["packs/b/pack.yaml"]);
    }

    private static Article Article(string id, string body) => new() { ExternalId = id, Body = body };

    private static ReleasedPack Release(long number, string pack, string text, int share) =>
        new(number, PackFiles.Of(pack, new Dictionary<string, string> { ["pack.yaml"] = text }).Value!, share);
}
