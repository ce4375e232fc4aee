using LabelService.Engine.Facts;
using LabelService.Engine.Finding;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Finding;

/// <summary>What makes somebody certain in one role says nothing of another role that a namesake may have.</summary>
public sealed class RoleEvidenceTests
{
    private const string Mention = "Вчера Лидию Олеговну Травкину видели в порту.";

    private static readonly FactIndex Index = FactIndex.Build([Some.Pack], [Some.Register with { Entities = [Some.Writer with
    {
        Name = "Травкина Лидия Олеговна",
        Gender = Gender.Feminine,
        Domains = ["travkina.example"],
    }] }], []);

    [Fact]
    public void Keeps_an_author_of_the_same_surname_apart_from_who_is_mentioned()
    {
        var fact = Assert.Single(Find(Mention, "Травкина"));

        Assert.Equal((Role.Mentioned, true), (fact.Role, fact.Certain));
        Assert.All(fact.Evidence, e => Assert.Equal("body", e.Field));
    }

    [Fact]
    public void Shows_an_author_who_may_be_somebody_else_beside_the_certain_mention()
    {
        var facts = Find(Mention, "Л. Травкина");

        Assert.Equal([(Role.Author, false), (Role.Mentioned, true)], facts.Select(f => (f.Role, f.Certain)));
    }

    [Fact]
    public void Takes_a_certain_author_for_all_roles()
    {
        var fact = Assert.Single(Find("Травкина рассказала о порте.", "Лидия Олеговна Травкина"));

        Assert.Equal((Role.Author, true), (fact.Role, fact.Certain));
    }

    [Fact]
    public void Takes_a_surname_for_a_mention_of_who_is_linked() =>
        Assert.Equal([(Role.Mentioned, false), (Role.Linked, true)],
            Find("Травкина рассказала о порте на travkina.example/port вчера.", "Вера Зимина").Select(f => (f.Role, f.Certain)));

    private static EntityFact[] Find(string body, string author) =>
        [.. FactFinder.Find(ArticleReader.Read(Some.Request(body, a => a with { Authors = [new Party { Name = author }] })), Index).Entities];
}
