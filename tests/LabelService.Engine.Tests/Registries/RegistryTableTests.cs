using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Registries;

public sealed class RegistryTableTests
{
    private const string Note = "title: { en: Example }\njurisdiction: RU\nretrieved: 2026-01-01\n";

    [Fact]
    public void Reads_what_it_wrote()
    {
        var entity = new Entity
        {
            Id = "x:a",
            Registry = "x",
            Kind = EntityKind.Media,
            Name = "Фонд \"Риф\", общество",
            Aliases = ["Риф; Мол", "Риф"],
            Domains = ["reef.example"],
            Accounts = ["t.me/reef"],
            Gender = Gender.Unknown,
            Listings = [new Listing(new DateOnly(2021, 1, 1), new DateOnly(2022, 1, 1), null, "No. 7"), new Listing(new DateOnly(2023, 1, 1), null, "order, 5", null)],
        };

        var (read, errors) = RegistryTable.Read("x", RegistryTable.Write([entity]), Note);

        Assert.Empty(errors);
        var again = Assert.Single(read!.Entities);
        Assert.Equal(entity.Name, again.Name);
        Assert.Equal(["Риф, Мол", "Риф"], again.Aliases);
        Assert.Equal(entity.Listings, again.Listings);
        Assert.Equal(entity.Accounts, again.Accounts);
    }

    [Theory]
    [InlineData("x:a,media,Фонд «Риф»,Новости,2021-01-01", "ordinary-alias")]
    [InlineData("x:a,media,Фонд «Риф»,Тверь,2021-01-01", "ordinary-alias")]
    [InlineData("x:a,media,Фонд «Риф»,,2021-01-01\nx:b,media,ФОНД РИФ,,2021-01-01", "shared-name")]
    [InlineData("x:a,media,Фонд «Риф»,Риф и мол,2021-01-01", null)]
    public void Warns_of_names_that_will_surprise(string rows, string? code)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["registries/x.csv"] = $"id,kind,name,aliases,listed_from\n{rows}\n",
            ["registries/x.yaml"] = Note,
        };

        var warnings = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Warnings;

        Assert.Equal(code is null ? [] : [code], warnings.Select(w => w.Code));
    }
}
