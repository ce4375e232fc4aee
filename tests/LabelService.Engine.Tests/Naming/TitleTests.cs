using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class TitleTests
{
    [Theory]
    [InlineData("Фонд содействия лугам", "Фонда содействия лугам")]
    [InlineData("Институт развития лугов (ИРЛ)", "Институтом развития лугов")]
    [InlineData("ООО «Луговой вестник»", "Общества с ограниченной ответственностью «Луговой вестник")]
    [InlineData("Общество с ограниченной ответственностью «Луговой вестник»", "ООО \"Луговой вестник")]
    [InlineData("ООО «Луговой вестник»", "Лугового вестника")]
    [InlineData("Институт имени Лугового", "институте им. Лугового")]
    public void Finds_organisations_declined_and_with_either_legal_form(string registered, string form) =>
        Assert.Equal((form, NameReason.AsRegistered), Find.One($"Письмо от {form} дошло.", Find.Body(registered)));

    [Theory]
    [InlineData("Пришёл «Дождик» вовремя.", true)]
    [InlineData("Репортаж телеканала Дождик вышел.", true)]
    [InlineData("Дождик шёл весь день.", false)]
    [InlineData("Репортаж «Дождика» вышел.", true)]
    public void Takes_an_ordinary_word_for_a_name_in_quotes_only(string text, bool counts) =>
        Assert.Equal(counts, Find.Counting(text, Find.Quoted("Телеканал «Дождик»", "Дождик")).Count > 0);

    [Theory]
    [InlineData("Пришла «Сирена» вовремя.", true)]
    [InlineData("Репортаж издания Сирена вышел.", true)]
    [InlineData("Сирена выла весь день.", false)]
    [InlineData("Репортаж «Сирены» вышел.", true)]
    public void Takes_a_registered_name_that_is_one_quoted_word_for_a_name_in_quotes_only(string text, bool counts)
    {
        Assert.Equal(counts, Find.Counting(text, Find.Body("«Сирена»")).Count > 0);
        Assert.Equal(counts, Find.Counting(text, Find.Body("\"Сирена\"")).Count > 0);
    }

    [Fact]
    public void Counts_a_registered_name_that_is_one_quoted_rare_word_wherever_it_stands() =>
        Assert.Equal(("Луговестник", NameReason.AsRegistered), Find.One("Луговестник вышел вовремя.", Find.Body("«Луговестник»")));

    [Theory]
    [InlineData("Об этом пишет ЛУГа.", true)]
    [InlineData("На луга вышли все.", false)]
    public void Reads_acronyms_in_capitals_only(string text, bool counts) => Assert.Equal(counts, Find.Counting(text, Find.Body("Луговое объединение", "ЛУГ")).Count > 0);

    [Fact]
    public void Leaves_an_acronym_that_nobody_listed_to_a_moderator() =>
        Assert.Equal(("ИРЛ", NameReason.AcronymOnly), Find.One("По данным ИРЛ, лугов стало больше.", Find.Body("Институт развития лугов")));

    [Fact]
    public void Counts_a_name_inside_a_longer_one_only_as_a_hint()
    {
        var hits = Find.Counting("Школа Лугового фонда открылась.", Find.Body("Луговой фонд"), Find.Body("Школа Лугового фонда"));

        Assert.Equal([NameReason.AsRegistered, NameReason.InsideName], hits.Select(h => h.Reason));
    }

    [Theory]
    [InlineData("Смотрите на lugvestnik.example/новости")]
    [InlineData("Газпромлуг-медиа объявил")]
    public void Finds_nothing_inside_addresses_and_longer_words(string text) => Assert.Empty(Find.Counting(text, Find.Body("Lugvestnik"), Find.Body("Газпромлуг")));

    [Fact]
    public void Reads_a_mixed_keyboard_in_an_acronym() =>
        Assert.Equal(("ТНК-ВР", NameReason.KnownAlias), Find.One("Доля ТНК-ВР выросла.", Find.Body("Луговая нефть", "ТНК-BP")));
}
