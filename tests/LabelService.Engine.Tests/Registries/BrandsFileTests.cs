using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Registries;

public sealed class BrandsFileTests
{
    private const string Table = """
        id,kind,name,listed_from
        x:bay,media,Общество «Тихая бухта»,2021-01-01
        x:reef,organisation,Фонд «Риф»,2022-01-01
        """;

    [Fact]
    public void Adds_brands_by_name_and_by_id()
    {
        var registry = Load("name,brand,quoted,note\nобщество \"Тихая Бухта\",Бухта.Ньюс,,the site\nx:reef,Коралл,yes,\n").Ruleset!.Registries["x"];

        Assert.Equal(["Бухта.Ньюс"], registry.Entities[0].Aliases);
        Assert.Equal(["Коралл"], registry.Entities[1].QuotedAliases);
    }

    [Fact]
    public void Is_part_of_the_version()
    {
        var versions = new[] { null, "name,brand\nx:bay,Бухта\n", "name,brand\nx:bay,Бухта.Ньюс\n" }.Select(b => Load(b).Ruleset!.Version);

        Assert.Equal(3, versions.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("name,brand\nОбщество «Тихая пристань»,Пристань\n", "brand-unused", "2:1")]
    [InlineData("name,brand\nx:reef,Новости\n", "ordinary-alias", "2:1")]
    public void Warns_of_a_brand_that_matches_nothing_or_everything(string brands, string code, string place)
    {
        var warning = Assert.Single(Load(brands).Warnings);

        Assert.Equal(("registries/x.brands.csv", code, place), (warning.File, warning.Code, $"{warning.Line}:{warning.Column}"));
    }

    [Theory]
    [InlineData("name,brand,quoted\nx:reef,Коралл,perhaps\n", "quoted")]
    [InlineData("name,brand\nx:reef,\n", "missing-cell")]
    [InlineData("name,label\nx:reef,Коралл\n", "unknown-column")]
    public void Refuses_a_broken_list_with_the_registry(string brands, string code)
    {
        var result = Load(brands);

        Assert.Contains(result.Errors, e => e.Code == code && e.File == "registries/x.brands.csv");
        Assert.Null(result.Ruleset);
    }

    [Fact]
    public void Warns_of_a_list_without_a_registry()
    {
        var files = Files(null);
        files["registries/y.brands.csv"] = "name,brand\na,b\n";

        Assert.Contains(RulesetBuilder.Build(files, Settings).Warnings, w => w is { Code: "brand-unused", File: "registries/y.brands.csv" });
    }

    private static RulesetSettings Settings => new(TimeZoneInfo.Utc, []);

    private static RulesetResult Load(string? brands) => RulesetBuilder.Build(Files(brands), Settings);

    private static Dictionary<string, string> Files(string? brands)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["registries/x.csv"] = Table,
            ["registries/x.yaml"] = "title: { en: Example }\njurisdiction: RU\nretrieved: 2026-01-01\n",
        };
        if (brands is not null)
        {
            files["registries/x.brands.csv"] = brands;
        }

        return files;
    }
}
