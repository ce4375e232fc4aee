using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class JudgementTests
{
    [Theory]
    [InlineData("Заявление Самира Травкина опубликовано.", NameReason.OtherGivenName)]
    [InlineData("Вчера увидели Жанну Травкину в порту.", NameReason.OtherGivenName)]
    [InlineData("Пришла и Инга Травкина тоже.", NameReason.OtherGivenName)]
    [InlineData("Вчера увидели Гжегожа Травкина в порту.", NameReason.OtherGivenName)]
    [InlineData("Пётр Олегович Травкин приехал.", NameReason.OtherPatronymic)]
    [InlineData("Пётр Лукич Травкин приехал.", NameReason.OtherPatronymic)]
    [InlineData("Об этом сказал А. Травкин.", NameReason.OtherInitials)]
    [InlineData("Об этом сказал П.О. Травкин.", NameReason.OtherInitials)]
    [InlineData("Приехал Травкин-Зимний.", NameReason.LongerWord)]
    public void Rejects_somebody_else(string text, NameReason reason)
    {
        var hits = Find.All(text, Find.Person("Травкин Пётр Ильич"));

        Assert.Contains(hits, h => h.Reason == reason);
        Assert.DoesNotContain(hits, h => h.Certainty != Certainty.Rejected);
    }

    [Theory]
    [InlineData("Травкинский пришёл.")]
    [InlineData("Во дворе видели травкина и больше ничего.")]
    [InlineData("Травкиной не было.")]
    public void Finds_nothing_in_other_words(string text) => Assert.Empty(Find.Counting(text, Find.Person("Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Пётр Травкин—автор статьи.")]
    [InlineData("Пётр Травкин–автор статьи.")]
    [InlineData("A Pyotr Travkin-led inquiry began.")]
    public void Keeps_a_name_before_a_dash_or_a_participle(string text) => Assert.NotEmpty(Find.Counting(text, Find.Person("Травкин Пётр Ильич")));

    [Fact]
    public void Keeps_a_name_apart_from_a_given_name_in_another_case() =>
        Assert.Equal(("Травкин", NameReason.SurnameOnly), Find.One("Об этом рассказал Петру Травкин.", Find.Person("Травкин Пётр Ильич")));

    [Fact]
    public void Takes_a_patronymic_for_no_surname() =>
        Assert.Empty(Find.Counting("Арсен Зиманович Полевой дал интервью.", Find.Person("Глеб Зиманович")));

    [Fact]
    public void Leaves_namesakes_in_the_registers_to_a_moderator()
    {
        var hits = Find.Counting("Приехал Пётр Травкин.", Find.Person("Травкин Пётр Ильич"), Find.Person("Травкин Пётр Олегович"));

        Assert.Equal(2, hits.Count);
        Assert.All(hits, h => Assert.Equal(NameReason.Namesake, h.Reason));
    }

    [Fact]
    public void Gives_a_shared_surname_to_the_one_who_is_named()
    {
        var (first, second) = (Find.Person("Травкин Пётр Ильич"), Find.Person("Травкина Лидия Олеговна"));

        var hits = Find.Counting("Лидия Травкина приехала. Травкиной вручили письмо.", first, second);

        Assert.All(hits, h => Assert.Equal(second.Id, h.Entity.Id));
        Assert.Equal(2, hits.Count);
    }

    [Fact]
    public void Gives_a_surname_to_nobody_where_the_text_names_another_bearer() =>
        Assert.Empty(Find.Counting("Приехал Глеб Травкин. Травкин молчал.", Find.Person("Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Мороз ударил ночью.")]
    [InlineData("Белый дом ответил.")]
    public void Never_takes_an_ordinary_word_for_a_surname(string text) =>
        Assert.Empty(Find.Counting(text, Find.Person("Мороз Пётр Ильич"), Find.Person("Белый Глеб Олегович")));
}
