using LabelService.Engine.Grammar;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Naming;

public class EntityFormsTests
{
    private static readonly Entity Travkin = Find.Person("Травкин Пётр Ильич", "Лесной Кот") with { Gender = Gender.Masculine };

    [Theory]
    [InlineData(FormShape.FullName, NameReason.AsRegistered,
        "Пётр Ильич Травкин, Петра Ильича Травкина, Петру Ильичу Травкину, Петром Ильичом Травкиным, Петре Ильиче Травкине, Травкин Пётр Ильич")]
    [InlineData(FormShape.GivenAndSurname, NameReason.SharedName, "Пётр Травкин, Петра Травкина, Петру Травкину, Петром Травкиным, Петре Травкине, Травкин Пётр")]
    [InlineData(FormShape.Initials, NameReason.InitialsOnly, "П. И. Травкин, Травкин П. И., П. Травкин")]
    [InlineData(FormShape.SurnameAlone, NameReason.SurnameOnly, "Травкин, Травкина, Травкину, Травкиным, Травкине")]
    public void Gives_the_readable_forms_of_a_person(FormShape shape, NameReason reason, string forms)
    {
        var group = Assert.Single(Of(Travkin, "Травкин Пётр Ильич").Groups, g => g.Shape == shape);

        Assert.Equal(reason, group.Reason);
        Assert.Equal(forms, Texts(group));
    }

    [Theory]
    [InlineData("Рощинская Лидия Фёдоровна", "Лидия Рощинская, Лидии Рощинской, Лидию Рощинскую, Лидией Рощинской, Рощинская Лидия")]
    [InlineData("Остап Лукич Лозенко", "Остап Лозенко, Остапа Лозенко, Остапу Лозенко, Остапом Лозенко, Остапе Лозенко, Лозенко Остап")]
    [InlineData("Мягких Денис Олегович", "Денис Мягких, Дениса Мягких, Денису Мягких, Денисом Мягких, Денисе Мягких, Мягких Денис")]
    [InlineData("Анна-Мария Зимина", "Анна-Мария Зимина, Анны-Марии Зиминой, Анне-Марии Зиминой, Анну-Марию Зимину, Анной-Марией Зиминой, Зимина Анна-Мария")]
    public void Declines_given_name_and_surname(string registered, string forms) =>
        Assert.Equal(forms, Texts(Assert.Single(Of(Find.Person(registered), registered).Groups, g => g.Shape == FormShape.GivenAndSurname)));

    [Fact]
    public void Names_the_cases_of_each_form()
    {
        var forms = Of(Travkin, "Травкин Пётр Ильич").Groups[0].Forms;

        Assert.Equal([GrammaticalCase.Genitive, GrammaticalCase.Accusative], Assert.Single(forms, f => f.Text == "Петра Ильича Травкина").Cases);
        Assert.Equal([GrammaticalCase.Instrumental], Assert.Single(forms, f => f.Text == "Петром Ильичом Травкиным").Cases);
    }

    [Fact]
    public void Gives_latin_spellings_that_the_matcher_reads() =>
        Assert.Contains("Petr Travkin", Texts(Assert.Single(Of(Travkin, "Травкин Пётр Ильич").Groups, g => g.Shape == FormShape.Latin)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Лесной Кот", NameKind.Alias, FormShape.Words, NameReason.KnownAlias, "Лесной Кот, Лесного Кота, Лесному Коту, Лесным Котом, Лесном Коте")]
    public void Declines_a_pseudonym_as_a_title(string alias, NameKind kind, FormShape shape, NameReason reason, string forms)
    {
        var name = Of(Travkin, alias);

        Assert.Equal(kind, name.Kind);
        Assert.Equal((shape, reason, forms), (name.Groups[0].Shape, name.Groups[0].Reason, Texts(name.Groups[0])));
    }

    [Theory]
    [InlineData("Фонд «Тихий Риф»", NameKind.Registered, Certainty.Certain, "Фонд «Тихий Риф», Фонда «Тихий Риф», Фонду «Тихий Риф», Фондом «Тихий Риф», Фонде «Тихий Риф»")]
    [InlineData("Тихий Риф", NameKind.QuotedPart, Certainty.Rejected, "«Тихий Риф», «Тихого Рифа», «Тихому Рифу», «Тихим Рифом», «Тихом Рифе»")]
    [InlineData("Риф", NameKind.QuotedAlias, Certainty.Certain, "«Риф», «Рифа», «Рифу», «Рифом», «Рифе», издание Риф")]
    [InlineData("ФТР", NameKind.Acronym, Certainty.Pending, "ФТР")]
    public void Gives_the_names_of_a_body_with_how_sure_each_is(string name, NameKind kind, Certainty certainty, string forms)
    {
        var found = Of(Find.Quoted("Фонд «Тихий Риф»", "Риф"), name);

        Assert.Equal((kind, certainty, forms), (found.Kind, found.Groups[0].Certainty, Texts(found.Groups[0])));
    }

    [Fact]
    public void Says_that_an_ordinary_word_alone_does_not_count()
    {
        var bare = Of(Find.Quoted("Фонд «Тихий Риф»", "Риф"), "Риф").Groups[^1];

        Assert.Equal(("Риф", NameReason.OrdinaryWord, Certainty.Rejected), (Texts(bare), bare.Reason, bare.Certainty));
    }

    [Theory]
    [InlineData("ООО «Портовый вестник»", "Общество с ограниченной ответственностью «Портовый вестник»")]
    [InlineData("ООО «Портовый вестник»", "«Портовый вестник»")]
    public void Gives_a_body_with_and_without_its_legal_form(string registered, string variant) =>
        Assert.Equal(Certainty.Certain, Of(Find.Body(registered), variant).Groups[0].Certainty);

    [Theory]
    [InlineData("John Wintermoor", FormShape.GivenAndSurname, "John Wintermoor, John Wintermoor's")]
    [InlineData("John Wintermoor", FormShape.Initials, "J. Wintermoor, Wintermoor J.")]
    public void Gives_the_forms_of_a_latin_name(string registered, FormShape shape, string forms) =>
        Assert.StartsWith(forms, Texts(Assert.Single(Of(Find.Person(registered), registered).Groups, g => g.Shape == shape)).Replace("Wintermoor, John, ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Says_that_a_namesake_makes_a_name_unsure()
    {
        var other = Find.Person("Травкин Пётр Олегович");

        var group = EntityForms.Of(Travkin, NameIndexBuilder.Build([Travkin, other]))[0].Groups.Single(g => g.Shape == FormShape.GivenAndSurname);

        Assert.Equal(NameReason.Namesake, group.Reason);
    }

    [Fact]
    public void Lists_no_thousands()
    {
        var many = Travkin with { Aliases = [.. Enumerable.Range(0, 5000).Select(i => $"Кот {i}")] };

        Assert.True(EntityForms.Of(many, NameIndexBuilder.Build([many])).Length <= 100);
    }

    private static NameForms Of(Entity entity, string name) =>
        Assert.Single(EntityForms.Of(entity, NameIndexBuilder.Build([entity])), n => n.Name == name);

    private static string Texts(FormGroup group) => string.Join(", ", group.Forms.Select(f => f.Text));
}
