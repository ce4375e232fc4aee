using System.Text.Json;
using LabelService.Engine.Candidates;
using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Reading;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Candidates;

/// <summary>An article for which a rule fires is always among those that the rule's words lead to.</summary>
public class RuleWordsTests(ITestOutputHelper output)
{
    /// <summary>One rule of each kind of condition that words tell something of: an article that fires it, and one that its words rule out.</summary>
    [Theory]
    [InlineData("{ terms: { any: [ледовый класс, тетраэдр] } }", """{"body": "У судна ЛЕДОВЫЙ класс."}""", """{"body": "Класс для ледокола."}""")]
    [InlineData("{ terms: { all: [тетраэдр, куб] } }", """{"title": "Куб", "body": "Это тетраэдр."}""", """{"body": "Это тетраэдр."}""")]
    [InlineData("{ terms: { any: [тетраэдр], in: [title] } }", """{"title": "Тетра\u00ADэдр", "body": "a"}""", """{"body": "Это куб."}""")]
    [InlineData("{ pattern: '№ бюро поставок \\d{1,3}' }", """{"body": "См. № БЮРО поставок 12"}""", """{"body": "См. поставок № 12"}""")]
    [InlineData("{ section: [World] }", """{"body": "a", "section": " world "}""", """{"body": "a", "section": "sport"}""")]
    [InlineData("{ tag: [Japan] }", """{"body": "a", "tags": ["x", " japan"]}""", """{"body": "japan", "tags": ["x"]}""")]
    [InlineData("{ kind: [opinion, archive] }", """{"body": "a", "kind": "opinion"}""", """{"body": "a"}""")]
    [InlineData("{ media: { kind: video } }", """{"body": "a", "media": [{"kind": "video"}]}""", """{"body": "a"}""")]
    [InlineData("{ attribute: { name: desk.chief, equals: a } }", """{"body": "a", "attributes": {"desk": {"chief": "A"}}}""", """{"body": "a", "attributes": {"chief": "a"}}""")]
    [InlineData("{ attribute: { name: desk.chief, equals: a } }", """{"body": "a", "attributes": {"desk.chief": "a"}}""", """{"body": "desk chief a"}""")]
    [InlineData("{ entity: { registry: test-register, entity: 'test:frost' } }", """{"body": "Ice leaves.\n\nSource: Frost Daily", "publishedAt": "2023-01-01"}""", """{"body": "Ice leaves.\n\nSource: Northern Herald", "publishedAt": "2023-01-01"}""")]
    [InlineData("{ all: [{ language: en }, { kind: news }, { terms: { any: [harbour] } }] }", """{"body": "The harbour was opened.", "language": "en"}""", """{"body": "The bridge was opened.", "language": "en"}""")]
    [InlineData("{ all: [{ not: { tag: b } }, { section: [World] }] }", """{"body": "a", "section": "World"}""", """{"body": "World"}""")]
    [InlineData("{ any: [{ tag: a }, { terms: { any: [тетраэдр] } }] }", """{"body": "Это тетраэдр."}""", """{"body": "Это куб."}""")]
    public void Leads_to_the_articles_for_which_a_rule_fires(string when, string fires, string ruledOut)
    {
        var ruleset = Ruleset(when);
        var query = RuleWords.Of(ruleset.Rules.Single(), ruleset);

        Assert.False(query.IsAll);
        Assert.Equal(["test.rule"], Fired(Article(fires), ruleset));
        Assert.True(query.Matches(Keys(Article(fires))));
        Assert.False(query.Matches(Keys(Article(ruledOut))));
    }

    [Theory]
    [InlineData("{ always: true }")]
    [InlineData("{ not: { terms: { any: [куб] } } }")]
    [InlineData("{ language: en }")]
    [InlineData("{ format: html }")]
    [InlineData("{ published: { from: 2022-01-01 } }")]
    [InlineData("{ asked: { from: 2022-01-01 } }")]
    [InlineData("{ age: { moreThanDays: 1 } }")]
    [InlineData("{ attribute: { name: partner, exists: false } }")]
    [InlineData("{ entity: { registry: test-register, role: source } }")]
    [InlineData("{ former: { registry: test-register } }")]
    [InlineData("{ pattern: 'бюро\\d{1,3}' }")]
    [InlineData("{ pattern: 'один куб|два куба' }")]
    [InlineData("{ any: [{ tag: a }, { not: { tag: b } }] }")]
    public void Leads_to_every_article_where_words_tell_nothing(string when)
    {
        var ruleset = Ruleset(when);

        Assert.True(RuleWords.Of(ruleset.Rules.Single(), ruleset).IsAll);
    }

    [Fact]
    public void Follows_a_rule_that_waits_for_another()
    {
        var files = SomeRules.Files(SomeRules.Pack("when: { tag: first }"));
        files["packs/z-other/pack.yaml"] = SomeRules.Pack("pack: z-other", "notices: []", "ageScales: []", "id: other.rule", "when: { rule: test.rule }");
        var ruleset = SomeRules.Build(files).Ruleset!;
        var query = RuleWords.Of(ruleset.Rules.Single(r => r.Id == "other.rule"), ruleset);

        Assert.True(query.Matches(Keys(new Article { Body = "a", Tags = ["first"] })));
        Assert.False(query.Matches(Keys(new Article { Body = "first", Tags = ["second"] })));
    }

    [Fact]
    public void Takes_a_surname_alone_where_somebody_decided_whom_it_means()
    {
        var files = SomeRules.Files(SomeRules.Pack("when: { entity: { registry: test-register, entity: 'test:writer' } }"));
        files[SomeRules.RegisterFile] += "\ntest:writer,person,Кравцов Илья Аркадьевич,,,,2021-10-15,\n";
        var ruleset = SomeRules.Build(files).Ruleset!;
        var keys = Keys(new Article { Body = "Кравцов промолчал." });

        Assert.False(RuleWords.Of(ruleset.Rules.Single(), ruleset).Matches(keys));
        Assert.True(RuleWords.Of(ruleset.Rules.Single(), ruleset, new HashSet<string> { "test:writer" }).Matches(keys));
    }

    [Fact]
    public void Misses_no_rule_that_ships_for_any_shipped_case()
    {
        var ruleset = ShippedRules.Ruleset;
        var queries = ruleset.Rules.ToDictionary(r => r.Id, r => RuleWords.Of(r, ruleset));
        var (fired, told) = (0, 0);
        foreach (var (path, text) in ShippedRules.Files().Where(f => f.Key.Contains("/cases/", StringComparison.Ordinal)))
        {
            foreach (var one in CaseReader.Read(path, text, new FileErrors())!.Cases)
            {
                var keys = Keys(one.Article);
                foreach (var rule in Fired(one.Article, ruleset, one.AsOf).Where(queries.ContainsKey))
                {
                    fired++;
                    told += queries[rule].IsAll ? 0 : 1;
                    Assert.True(queries[rule].Matches(keys), $"{rule} fires in '{one.Name}' of {path}, which is no candidate");
                }
            }
        }

        output.WriteLine($"{fired} times a rule fired, {told} of them one that words tell of");
        Assert.True(told > 100);
    }

    [Fact]
    public void Misses_no_made_up_rule_for_made_up_articles()
    {
        var (fired, told) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var made = new MadeUpRules(seed);
            var ruleset = SomeRules.Build(SomeRules.Files(SomeRules.Pack($"rules: {made.Rules(12)}"))).Ruleset!;
            var queries = ruleset.Rules.ToDictionary(r => r.Id, r => RuleWords.Of(r, ruleset));
            for (var i = 0; i < 25; i++)
            {
                var article = made.Article();
                var keys = Keys(article);
                foreach (var rule in Fired(article, ruleset))
                {
                    fired++;
                    told += queries[rule].IsAll ? 0 : 1;
                    Assert.True(queries[rule].Matches(keys), $"seed {seed}: {rule} fires, and the article is no candidate: {JsonSerializer.Serialize(article, ContractJson.Wire)}");
                }
            }
        }

        output.WriteLine($"{fired} times a rule fired, {told} of them one that words tell of");
        Assert.True(told > 1_000);
    }

    private static Ruleset Ruleset(string when) => SomeRules.Build(SomeRules.Files(SomeRules.Pack($"when: {when.Replace("\\\\", "\\", StringComparison.Ordinal)}"))).Ruleset!;

    private static Article Article(string json) => JsonSerializer.Deserialize<Article>(json, ContractJson.Wire)!;

    private static uint[] Keys(Article article) => ArticleWords.Of(ArticleReader.Read(new CheckRequest { Article = article }));

    private static IEnumerable<string> Fired(Article article, Ruleset ruleset, DateOnly? asOf = null)
    {
        var request = new CheckRequest { Article = article, AsOf = asOf, Include = [ReportPart.Trace] };
        return ArticleChecker.Check(request, AskedDays.Of(request, TimeZoneInfo.Utc), ruleset, Exceptions.None).Trace!.Value.Where(t => t.Fired).Select(t => t.Rule);
    }
}
