using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using LabelService.Engine.Candidates;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Naming;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Candidates;

public class EntityWordsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Вчера Петру Ильичу Травкину ответили.")]
    [InlineData("Вчера П. И. Травкину ответили.")]
    [InlineData("Травкин П.")]
    [InlineData("Petr Travkin was there.")]
    [InlineData("Пётр Тр*вкин")]
    [InlineData("П. Тр*вкин")]
    [InlineData("П е т р   Т р а в к и н")]
    [InlineData("Это #ПётрТравкин.")]
    [InlineData("Пётр Трав-\nкин")]
    [InlineData("Подробнее на t.me/travkin_p/12")]
    [InlineData("По данным travkin.example, ничего.")]
    public void Finds_what_names_a_person(string text) => Assert.True(Matches(text, Person));

    [Theory]
    [InlineData("Травкин промолчал.")]
    [InlineData("Пётр промолчал.")]
    [InlineData("О. Травкин и П. Луговой")]
    [InlineData("t.me/travkin")]
    public void Passes_over_what_names_nobody(string text) => Assert.False(Matches(text, Person));

    [Fact]
    public void Takes_a_surname_alone_where_somebody_decided_whom_it_means()
    {
        var index = FactIndex.Build([], [Register([Person])], []);

        Assert.True(EntityWords.Of(index.Names, [Person], new HashSet<string> { Person.Id }).Matches(ArticleWords.Of(Read("Травкин промолчал."))));
    }

    [Fact]
    public void Bounds_the_keys_of_a_text_that_is_made_to_have_many()
    {
        var keys = ArticleWords.Of(Read(string.Concat(Enumerable.Repeat("А. а*б.в ", 40_000))));

        Assert.Equal(WordQuery.Odd, keys[0]);
        Assert.True(keys.Length < 50_000);
    }

    [Fact]
    public void Misses_nobody_whom_a_made_up_text_names()
    {
        var (found, candidates) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var texts = new NamedTexts(seed);
            Entity[] entities = [.. Enumerable.Range(0, 12).Select(texts.Entity)];
            var index = FactIndex.Build([], [Register(entities)], []);
            var queries = entities.ToDictionary(e => e.Id, e => EntityWords.Of(index.Names, [e]));
            for (var i = 0; i < 8; i++)
            {
                var article = ArticleReader.Read(texts.Article(entities));
                var keys = ArticleWords.Of(article);
                var named = FactFinder.Find(article, index).Entities.Select(f => f.Entity).ToHashSet<Entity>(ReferenceEqualityComparer.Instance);
                foreach (var entity in entities)
                {
                    var matches = queries[entity.Id].Matches(keys);
                    Assert.True(matches || !named.Contains(entity), $"seed {seed}: {entity.Name} is named and no candidate: {JsonSerializer.Serialize(article.Request, ContractJson.Wire)}");
                    (found, candidates) = (found + (named.Contains(entity) ? 1 : 0), candidates + (matches ? 1 : 0));
                }
            }
        }

        output.WriteLine($"{found} found, {candidates} candidates");
        Assert.True(found > 5_000);
    }

    /// <summary>Not only those who are named: whatever a change of the register makes of an answer, the article is a candidate for the change.</summary>
    [Fact]
    public void Misses_no_answer_that_a_change_of_the_register_makes_another()
    {
        var different = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var texts = new NamedTexts(seed + 50_000);
            Entity[] entities = [.. Enumerable.Range(0, 14).Select(texts.Entity)];
            var place = seed % 3 == 0 ? 0 : 13;
            var (less, all) = (Ruleset([.. entities.Where((_, i) => i != place)]), Ruleset(entities));
            var query = seed % 2 == 0 ? EntityWords.OfChange(less, all, [entities[place].Id]) : EntityWords.OfChange(all, less, [entities[place].Id]);
            for (var i = 0; i < 8; i++)
            {
                var request = texts.Article(entities);
                if (Facts(request, less) != Facts(request, all))
                {
                    different++;
                    Assert.True(query.Matches(ArticleWords.Of(ArticleReader.Read(request))), $"seed {seed}: {entities[place].Name} changes the answer, and the article is no candidate: {JsonSerializer.Serialize(request, ContractJson.Wire)}");
                }
            }
        }

        output.WriteLine($"{different} answers changed");
        Assert.True(different > 150);
    }

    /// <summary>Whatever of the words that may mean somebody moderators decide to be just that one.</summary>
    [Fact]
    public void Misses_nobody_whom_somebody_decided_to_be_meant()
    {
        var decisions = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var texts = new NamedTexts(seed + 90_000);
            Entity[] entities = [.. Enumerable.Range(0, 12).Select(texts.Entity)];
            var index = FactIndex.Build([], [Register(entities)], []);
            var decided = entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
            var queries = entities.ToDictionary(e => e.Id, e => EntityWords.Of(index.Names, [e], decided));
            for (var i = 0; i < 8; i++)
            {
                var article = ArticleReader.Read(texts.Article(entities));
                var hits = article.Fields.SelectMany(f => NameFinder.Find(f.Text, index.Names).Select(h => (h.Entity.Id, Words: f.Text[h.Start..h.End])));
                var exceptions = new Exceptions("sha256:0",
                    [.. hits.Distinct().Select(h => new NameException("x", h.Id, ExceptionSays.ThisOne, null, null, h.Words, "decided", "somebody", null, default))]);
                decisions += exceptions.Names.Length;
                var keys = ArticleWords.Of(article);
                foreach (var fact in FactFinder.Find(article, index, exceptions).Entities)
                {
                    Assert.True(queries[fact.Entity.Id].Matches(keys), $"seed {seed}: {fact.Entity.Name} is meant and no candidate: {JsonSerializer.Serialize(article.Request, ContractJson.Wire)}");
                }
            }
        }

        output.WriteLine($"{decisions} decisions");
        Assert.True(decisions > 3_000);
    }

    /// <summary>Two given names that differ in the points of «ё» alone share Latin forms, those of whichever the register gives first.</summary>
    [Fact]
    public void Finds_whom_the_change_of_anothers_spelling_respells()
    {
        var (first, second) = (Find.Person("Луговой Савёл Ильич") with { Id = "x:1" }, Find.Person("Травкин Савел Лукич") with { Id = "x:2" });
        var (both, one) = (Ruleset([first, second]), Ruleset([second]));
        var request = Some.Request("Yesterday Savyol Travkin was there.");
        Assert.NotEqual(Facts(request, both), Facts(request, one));

        Assert.True(EntityWords.OfChange(both, one, ["x:1"]).Matches(ArticleWords.Of(ArticleReader.Read(request))));
        Assert.True(EntityWords.OfChange(one, both, ["x:1"]).Matches(ArticleWords.Of(ArticleReader.Read(request))));
        Assert.False(EntityWords.OfChange(both, one, ["x:1"]).Matches(ArticleWords.Of(Read("Вчера Олег Полевой ответил."))));
    }

    /// <summary>Stored keys are of no use to finders that read otherwise: who changes what an article is found by counts <see cref="ArticleWords.Version"/> up.</summary>
    [Fact]
    public void Keeps_its_version_while_texts_have_the_same_keys()
    {
        var keys = new List<uint>();
        for (var seed = 0; seed < 40; seed++)
        {
            var texts = new NamedTexts(seed);
            Entity[] entities = [.. Enumerable.Range(0, 12).Select(texts.Entity)];
            keys.AddRange(ArticleWords.Of(ArticleReader.Read(texts.Article(entities))));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(keys.ToArray().AsSpan())))[..16];
        Assert.Equal((1, "011e4b863a0ba2ef"), (ArticleWords.Version, hash));
    }

    private static readonly Entity Person = Find.Person("Травкин Пётр Ильич") with { Accounts = ["t.me/travkin_p"], Domains = ["travkin.example"] };

    private static readonly Ruleset Rules = SomeRules.Build(SomeRules.Files()).Ruleset!;

    private static string Facts(CheckRequest request, Ruleset ruleset) => string.Join('\n', FactFinder.Find(ArticleReader.Read(request), ruleset.Index).Entities
        .Select(f => $"{f.Entity.Id} {f.Role} {f.Certain} {f.Material}").Order(StringComparer.Ordinal));

    private static bool Matches(string text, Entity entity)
    {
        var index = FactIndex.Build([], [Register([entity])], []);
        return EntityWords.Of(index.Names, [entity]).Matches(ArticleWords.Of(Read(text)));
    }

    private static ReadArticle Read(string text) => ArticleReader.Read(Some.Request(text));

    private static Registry Register(IEnumerable<Entity> entities) => Some.Register with { Entities = [.. entities] };

    private static Ruleset Ruleset(IEnumerable<Entity> entities)
    {
        var register = Register(entities);
        return Rules with
        {
            Registries = new Dictionary<string, Registry> { [register.Id] = register }.ToFrozenDictionary(),
            Index = FactIndex.Build([], [register], []),
        };
    }
}
