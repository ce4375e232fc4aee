using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Tests.Model;

public sealed class ToldTests
{
    [Fact]
    public void Says_the_same_in_both_languages()
    {
        Told what = "a rule";
        Told told = $"{what} has no key '{"requier"}'; {Words.Hint("requier", ["require", "when"])}";

        Assert.Equal("a rule has no key 'requier'; did you mean 'require'?", told.ToString());
        Assert.Equal("у правила нет ключа «requier»; может быть, «require»?", told.In("ru"));
    }

    [Theory]
    [InlineData("ru-RU", "«x» — не язык; напишите код BCP 47, например ru")]
    [InlineData("de", "'x' is not a language; write a BCP 47 code such as ru")]
    [InlineData(null, "'x' is not a language; write a BCP 47 code such as ru")]
    public void Speaks_English_to_all_but_Russians(string? language, string expected)
    {
        Told told = $"'{"x"}' is not a language; write a BCP 47 code such as ru";

        Assert.Equal(expected, told.In(language));
    }

    [Theory]
    [InlineData(1, "в пакете 1 правило; можно не больше 9: разделите его")]
    [InlineData(3, "в пакете 3 правила; можно не больше 9: разделите его")]
    [InlineData(12, "в пакете 12 правил; можно не больше 9: разделите его")]
    [InlineData(2021, "в пакете 2021 правило; можно не больше 9: разделите его")]
    public void Counts_as_Russians_do(int rules, string expected)
    {
        Told told = $"the pack has {rules} rules; at most {9} are allowed: split it";

        Assert.Equal(expected, told.In("ru"));
    }

    [Fact]
    public void Keeps_braces_days_and_an_authors_own_braces()
    {
        Told told = $"inside {{ }} a comma ends the text: put the whole text in quotes";
        Told days = $"lasts until {new DateOnly(2026, 1, 2):yyyy-MM-dd}";
        Told own = $"'{"{0} {"}'";

        Assert.Equal("inside { } a comma ends the text: put the whole text in quotes", told.ToString());
        Assert.Equal("внутри { } запятая обрывает текст: возьмите весь текст в кавычки", told.In("ru"));
        Assert.Equal(("lasts until 2026-01-02", "длится до 2026-01-02"), (days.ToString(), days.In("ru")));
        Assert.Equal(("'{0} {'", "«{0} {»"), (own.ToString(), own.In("ru")));
    }

    [Fact]
    public void Speaks_English_throughout_where_the_Russian_is_lacking()
    {
        Told told = $"nobody ever said {Words.AnyOf(["a", "b"])}";

        Assert.Equal("nobody ever said a or b", told.In("ru"));
    }

    [Fact]
    public void Keeps_the_wire_as_it_was()
    {
        var error = new RuleFileError("packs/a/pack.yaml", 3, 5, "id", $"'{"x"}' is a YAML tag; tags are not read: remove it");

        Assert.Equal(
            """{"file":"packs/a/pack.yaml","line":3,"column":5,"code":"id","message":"'x' is a YAML tag; tags are not read: remove it"}""",
            JsonSerializer.Serialize(error, new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("packs/a/pack.yaml:3:5: «x» — тег YAML; теги не читаются: уберите его [id]", error.In("ru"));
    }

    [Theory]
    [InlineData("a:\n\tb: c", "делайте отступы пробелами")]
    [InlineData("a: [b", "внутри [ ] ожидалась запятая или «]»")]
    [InlineData("a: 'b", "кавычка открыта и нигде не закрыта")]
    public void Translates_what_the_YAML_library_says(string text, string expected)
    {
        var errors = new FileErrors();

        YamlFile.Read("a.yaml", text, errors);

        Assert.Contains(expected, Assert.Single(errors.Errors).In("ru"), StringComparison.Ordinal);
        Assert.DoesNotContain("hile ", errors.Errors[0].In("ru"), StringComparison.Ordinal);
    }
}
