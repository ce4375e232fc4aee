using System.Text.Json;
using LabelService.Engine.Candidates;
using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Candidates;

/// <summary>On texts that others wrote: whomever the finders take something for, the text is a candidate for.</summary>
public class CorpusRecallTests(ITestOutputHelper output)
{
    /// <summary>Entities of each text that are asked about whether it names them or not.</summary>
    private const int Strangers = 10;

    [Theory]
    [InlineData("mentions-dev.jsonl")]
    [InlineData("evasion-dev.jsonl")]
    public void Misses_nobody_whom_a_text_names(string file) => Holds(File.ReadLines(Shared(file)).Select(Read));

    [Fact]
    public void Misses_no_form_of_a_name() => Holds(File.ReadLines(Shared("inflection-dev.tsv")).Skip(1).Select(line => line.Split('\t')).Select(
        cells => (cells[10], (IReadOnlyList<Entity>)[Of("x:1", cells[2], cells[5], [])])));

    private void Holds(IEnumerable<(string Text, IReadOnlyList<Entity> Entities)> texts)
    {
        var (read, odd, pairs, candidates, named) = (0, 0, 0, 0, 0);
        foreach (var (text, entities) in texts)
        {
            var index = FactIndex.Build([], [new Registry { Id = "x", Jurisdiction = "RU", Title = Some.Register.Title, Entities = [.. entities] }], []);
            var queries = new Dictionary<string, WordQuery>(StringComparer.Ordinal);
            foreach (var format in (ArticleFormat[])[ArticleFormat.Text, ArticleFormat.Html])
            {
                var article = ArticleReader.Read(new CheckRequest { Article = new Article { Body = text, Format = format } });
                var keys = ArticleWords.Of(article);
                var found = FactFinder.Find(article, index).Entities.Select(f => f.Entity)
                    .Concat(NameFinder.Find(article.Body.Text, index.Names).Where(h => h.Certainty != Certainty.Rejected && !NameReasons.IsHint(h.Reason)).Select(h => h.Entity))
                    .ToHashSet<Entity>(ReferenceEqualityComparer.Instance);
                (read, odd) = (read + 1, odd + (keys[0] == WordQuery.Odd ? 1 : 0));
                foreach (var entity in entities.Where((e, i) => i < Strangers || found.Contains(e)))
                {
                    var query = queries.TryGetValue(entity.Id, out var known) ? known : queries[entity.Id] = EntityWords.Of(index.Names, [entity]);
                    var matches = query.Matches(keys);
                    Assert.True(matches || !found.Contains(entity), $"{entity.Name} is named and no candidate: {text}");
                    (pairs, candidates, named) = (pairs + 1, candidates + (matches ? 1 : 0), named + (found.Contains(entity) ? 1 : 0));
                }
            }
        }

        output.WriteLine($"{read} texts, {odd} odd; of {pairs} pairs {candidates} candidates, {named} named");
        Assert.True(named > 100);
        Assert.True(odd * 50 < read, $"{odd} of {read} texts are odd");
    }

    private static (string, IReadOnlyList<Entity>) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var entities = json.RootElement.GetProperty("registry").EnumerateArray().Select(e => Of(
            e.GetProperty("id").GetString()!, e.GetProperty("kind").GetString()!, e.GetProperty("name").GetString()!,
            e.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(a => a.GetString()!)] : []));
        return (json.RootElement.GetProperty("text").GetString()!, entities.ToList());
    }

    private static Entity Of(string id, string kind, string name, string[] aliases) => new()
    {
        Id = id,
        Registry = "x",
        Kind = kind is "person" or "per" or "PER" ? EntityKind.Person : EntityKind.Organisation,
        Name = name,
        Aliases = [.. aliases],
        Listings = [],
    };

    private static string Shared(string file)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "corpora", file);
        Assert.SkipUnless(File.Exists(path), $"../shared/corpora/{file} is not beside the project");
        return path;
    }
}
