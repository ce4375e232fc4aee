using System.Text.Json;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Packs.Checks;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Rulesets;

/// <summary>Editors complete what the readers read: the schemas and the readers know the same keys.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void Knows_the_keys_of_a_pack()
    {
        var pack = Schema("pack");
        var rule = At(pack, "rules", "items");
        var disclosure = OneOf(At(rule, "require", "items"), 0);

        Assert.Equal(Sorted(PackKeys.Pack), Keys(pack));
        Assert.Equal(Sorted(PackKeys.Rule), Keys(rule));
        Assert.Equal(Sorted(LintCodes.All), Keys(At(rule, "allow")));
        Assert.Equal(Sorted(PackKeys.Effective), Keys(At(rule, "effective")));
        Assert.Equal(Sorted(PackKeys.Basis), Keys(At(rule, "basis", "items")));
        Assert.Equal(Sorted(PackKeys.Disclosure), Keys(disclosure));
        Assert.Equal(Sorted(PackKeys.Presentation), Keys(At(disclosure, "presentation")));
        Assert.Equal(Sorted(PackKeys.Age), Keys(At(OneOf(At(rule, "require", "items"), 1), "age")));
        Assert.Equal(Sorted(PackKeys.Flag), Keys(At(OneOf(At(rule, "require", "items"), 2), "flag")));
        Assert.Equal(Sorted(PackKeys.Notice), Keys(At(pack, "notices", "items")));
        Assert.Equal(Sorted(PackKeys.AgeScale), Keys(At(pack, "ageScales", "items")));
        Assert.Equal(Sorted(PackKeys.AgeMark), Keys(At(At(pack, "ageScales", "items"), "marks", "items")));
    }

    [Fact]
    public void Knows_every_condition() =>
        Assert.Equal(Sorted(ConditionReader.Names), Keys(Schema("pack").GetProperty("$defs").GetProperty("condition")));

    [Fact]
    public void Knows_the_newsroom_file()
    {
        var newsroom = Schema("newsroom");

        Assert.Equal(Sorted(NewsroomReader.Keys), Keys(newsroom));
        Assert.Equal(Sorted(NewsroomReader.OutcomeKeys), Keys(At(newsroom, "outcomes", "additionalProperties")));
    }

    [Fact]
    public void Knows_the_file_of_exceptions()
    {
        var file = Schema("exceptions");

        Assert.Equal(Sorted(ExceptionsReader.FileKeys), Keys(file));
        Assert.Equal(Sorted(ExceptionsReader.Keys), Keys(At(file, "exceptions", "items")));
    }

    [Fact]
    public void Knows_the_keys_of_cases()
    {
        var file = Schema("cases");
        var one = At(file, "cases", "items");

        Assert.Equal(Sorted(CaseKeys.File), Keys(file));
        Assert.Equal(Sorted(CaseKeys.Entity), Keys(At(file, "entities", "items")));
        Assert.Equal(Sorted(CaseKeys.Case), Keys(one));
        Assert.Equal(Sorted(CaseKeys.Expect), Keys(At(one, "expect")));
        Assert.Equal(Sorted(CaseKeys.Disclosure), Keys(At(At(one, "expect"), "disclosures", "items")));
        Assert.Equal(Sorted(CaseKeys.Flag), Keys(At(At(one, "expect"), "flags", "items")));
    }

    private static JsonElement Schema(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "rules", "schema", $"{name}.schema.json"))).RootElement;

    private static JsonElement At(JsonElement schema, string property, params string[] steps) =>
        steps.Aggregate(schema.GetProperty("properties").GetProperty(property), (at, step) => at.GetProperty(step));

    private static JsonElement OneOf(JsonElement schema, int index) => schema.GetProperty("oneOf")[index];

    private static string[] Keys(JsonElement schema) => Sorted(schema.GetProperty("properties").EnumerateObject().Select(p => p.Name));

    private static string[] Sorted(IEnumerable<string> words) => [.. words.Order(StringComparer.Ordinal)];
}
