using LabelService.Web.Workshop;

namespace LabelService.Web.Tests.Workshop;

public sealed class SchemaTests
{
    [Fact]
    public void Explains_every_key_in_Russian() => Assert.Empty(WorkshopSchemas.Untold());

    [Fact]
    public void Gives_the_same_schema_in_both_languages_but_for_its_words()
    {
        Assert.Contains("\"description\":\"The rules.\"", WorkshopSchemas.Find("pack", "en"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"description\":\"The rules.\"", WorkshopSchemas.Find("pack", "ru"), StringComparison.Ordinal);
        Assert.Null(WorkshopSchemas.Find("other", "en"));
    }
}
