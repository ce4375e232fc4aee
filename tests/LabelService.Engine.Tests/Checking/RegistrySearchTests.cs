using LabelService.Engine.Checking;
using LabelService.Engine.Naming;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

public class RegistrySearchTests
{
    private const string Register = """
        id,kind,name,aliases,quoted_aliases,domains,accounts,listed_from,listed_until
        test:travkin,person,Травкин Пётр Ильич,Лесной Кот,,travkin.example,t.example/cat,2021-10-15,
        test:reef,organisation,Фонд «Тихий Риф»,,Риф,reef.example,,2022-03-01,
        """;

    private static readonly RegistrySearch Search = new(SomeRules.Build(SomeRules.Files(register: Register)).Ruleset!);

    [Theory]
    [InlineData("test:travkin", FoundBy.Id, "test:travkin")]
    [InlineData("ТРАВКИН Петр Ильич", FoundBy.Name, "test:travkin")]
    [InlineData("лесной кот", FoundBy.Alias, "test:travkin")]
    [InlineData("https://www.travkin.example/about?x=1", FoundBy.Domain, "test:travkin")]
    [InlineData("blog.travkin.example", FoundBy.Domain, "test:travkin")]
    [InlineData("https://t.example/cat", FoundBy.Account, "test:travkin")]
    [InlineData("@cat", FoundBy.Account, "test:travkin")]
    [InlineData("Травкиным", FoundBy.Form, "test:travkin")]
    [InlineData("петром травкиным", FoundBy.Form, "test:travkin")]
    [InlineData("П. И. Травкину", FoundBy.Form, "test:travkin")]
    [InlineData("Petr Travkin", FoundBy.Form, "test:travkin")]
    [InlineData("Пётр Тр\u200Bавкин", FoundBy.Form, "test:travkin")]
    [InlineData("рифом", FoundBy.Form, "test:reef")]
    [InlineData("травк", FoundBy.PartOfName, "test:travkin")]
    [InlineData("reef.ex", FoundBy.PartOfAddress, "test:reef")]
    public void Finds_an_entity_by_any_of_its_names_forms_and_addresses(string query, FoundBy by, string id)
    {
        var find = Assert.Single(Search.Find(query));

        Assert.Equal((id, by), (find.Entity.Id, find.By));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  «» ")]
    [InlineData("Зимин")]
    [InlineData("Иваном Травкиным")]
    [InlineData("example.org")]
    public void Finds_nobody_else(string query) => Assert.Empty(Search.Find(query));

    [Fact]
    public void Says_how_sure_the_form_is_in_a_text() => Assert.Equal(NameReason.SurnameOnly, Assert.Single(Search.Find("Травкиным")).Reason);

    [Fact]
    public void Searches_one_registry_where_one_is_named()
    {
        Assert.Single(Search.Find("Травкин", "test-register"));
        Assert.Empty(Search.Find("Травкин", "another-register"));
    }
}
