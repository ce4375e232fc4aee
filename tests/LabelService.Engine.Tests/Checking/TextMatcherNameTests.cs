using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Rulesets;
using LabelService.Engine.Tests.Rulesets;
using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Checking;

/// <summary>A bare text is shown what an article of it would get.</summary>
public sealed class TextMatcherNameTests
{
    private static readonly TextMatcher Matcher = new(Ruleset());

    [Fact]
    public void Counts_a_surname_only_where_the_text_names_its_bearer()
    {
        var alone = Matcher.Match(new MatchRequest("Вчера Травкин приехал."));
        var named = Matcher.Match(new MatchRequest("Вчера Пётр Ильич Травкин приехал. Травкин молчал."));

        Assert.Empty(alone.Matches);
        Assert.Equal((Certainty.Rejected, NameReason.SurnameOnly), (Assert.Single(alone.NearMisses).Certainty, alone.NearMisses[0].Reason));
        Assert.Equal(2, named.Matches.Length);
    }

    [Fact]
    public void Shows_every_form_of_the_entities_that_a_text_brings()
    {
        var person = Some.Writer with { Name = "Травкин Пётр Ильич" };

        Assert.Equal(Certainty.Pending, Assert.Single(Matcher.Match(new MatchRequest("Вчера Травкин приехал.", Entities: [person])).Matches).Certainty);
    }

    [Theory]
    [InlineData("<p>Пётр Ильич</p><p>Травкин Олег Лукич</p>")]
    [InlineData("<ul><li>Капитан порта и его помощник по имени Пётр Ильич</li><li>Травкин</li></ul>")]
    [InlineData("<p>Капитан порта и его помощник по имени Пётр Ильич<br>Травкин</p>")]
    public void Joins_no_name_across_blocks(string text) => Assert.DoesNotContain(Matcher.Match(new MatchRequest(text)).Matches, m => m.Entity.Name.StartsWith("Травкин", StringComparison.Ordinal));

    [Theory]
    [InlineData("<p>Это <b>Пётр</b> <i>Ильич</i>\nТравкин.</p>")]
    [InlineData("<p>Это Пётр Ильич&nbsp;<a href=\"/t\">Травкин</a>.</p>")]
    public void Joins_a_name_across_the_tags_inside_a_block(string text) =>
        Assert.Equal(Certainty.Certain, Assert.Single(Matcher.Match(new MatchRequest(text)).Matches, m => m.Entity.Name == "Травкин Пётр Ильич").Certainty);

    private static Ruleset Ruleset()
    {
        var files = ShippedRules.Files();
        files["registries/ru-foreign-agents.csv"] = files["registries/ru-foreign-agents.csv"].TrimEnd() + "\nru-fa:travkin,person,Травкин Пётр Ильич,,,,,,,,2022-01-01,,,,\n";
        return RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, [])).Ruleset!;
    }
}
