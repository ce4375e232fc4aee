using LabelService.Engine.Grammar;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

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
    public void Gives_an_acronym_that_nobody_listed_little_weight() =>
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

    [Theory]
    [InlineData("Фонд содействия бизнесу", "ФСБ")]
    [InlineData("Международное вольное движение", "МВД")]
    [InlineData("Союз широких акций", "США")]
    [InlineData("Русский береговой клуб", "РБК")]
    [InlineData("Bureau of Big Cats", "BBC")]
    public void Derives_no_acronym_that_everybody_knows_as_another_body(string registered, string acronym) =>
        Assert.Empty(Find.All($"По данным {acronym}, лугов стало больше.", Find.Body(registered)));

    [Fact]
    public void Derives_the_known_acronym_of_its_own_bearer() =>
        Assert.Equal(("ФСБ", NameReason.AcronymOnly), Find.One("По данным ФСБ, лугов стало больше.", Find.Body("Федеральная служба безопасности Российской Федерации")));

    [Theory]
    [InlineData("АНО «Институт развития лугов»", "ИРЛ")]
    [InlineData("Благотворительный фонд «Помощь лугам и рекам»", "ПЛР")]
    [InlineData("Общество с ограниченной ответственностью «Институт развития лугов»", "ИРЛ")]
    public void Derives_an_acronym_without_the_legal_form(string registered, string acronym) =>
        Assert.Equal((acronym, NameReason.AcronymOnly), Find.One($"По данным {acronym}, лугов стало больше.", Find.Body(registered)));

    [Theory]
    [InlineData("Группа «Луг, поле и река»", "Выступила группа «Луг, поле и река» вчера.")]
    [InlineData("Луг, Поле и Река", "Выступили Луг, Поле и Река вчера.")]
    [InlineData("Луговой & Зимин", "Пришло письмо Лугового & Зимина вчера.")]
    [InlineData("Луг&Поле", "Пришло письмо «Луг&Поле» вчера.")]
    [InlineData("Meadow, Field & Co", "A letter of Meadow, Field & Co came.")]
    [InlineData("Луговестник. Новости", "Канал Луговестник. Новости закрыт.")]
    public void Finds_a_name_with_a_mark_inside(string registered, string text) => Assert.Equal(Certainty.Certain, Assert.Single(Find.Counting(text, Find.Body(registered)).DistinctBy(h => h.Start)).Certainty);

    [Fact]
    public void Parts_words_at_a_mark_that_the_name_does_not_have() =>
        Assert.Empty(Find.Counting("Там Луговой, Вестник и прочие. Луговой. Вестник пришёл.", Find.Body("Луговой Вестник")));

    [Theory]
    [InlineData("AFP/Луговестник", true)]
    [InlineData("Луговестник/Reuters", true)]
    [InlineData("фото: Meadowpost/Reuters", true)]
    [InlineData("https://t.me/Луговестник", false)]
    [InlineData("t.me/Meadowpost", false)]
    [InlineData("meadow.example/Meadowpost/about", false)]
    [InlineData("Meadowpost.example/about", false)]
    [InlineData("info@Meadowpost.example", false)]
    [InlineData("//host/Meadowpost", false)]
    [InlineData("(AFP)/Meadowpost", true)]
    [InlineData("@Meadowpost", true)]
    public void Tells_a_pair_of_names_from_an_address(string place, bool counts) =>
        Assert.Equal(counts, Find.Counting($"Снимок: {place} вчера.", Find.Body("Луговестник", "Meadowpost")).Count > 0);

    [Theory]
    [InlineData("Луговестник—автор статьи.")]
    [InlineData("Луговестник–автор статьи.")]
    [InlineData("The Луговестник—an outlet.")]
    [InlineData("A Meadowpost-led inquiry began.")]
    [InlineData("A Meadowpost‐backed inquiry began.")]
    [InlineData("A Meadowpost-affiliated group.")]
    public void Keeps_a_name_before_a_dash_or_a_participle(string text) => Assert.NotEmpty(Find.Counting(text, Find.Body("Луговестник", "Meadowpost")));

    [Theory]
    [InlineData("Пишет Луговестник-медиа вчера.")]
    [InlineData("Пишет Луговестник‑медиа вчера.")]
    [InlineData("Пишет Ново-Луговестник вчера.")]
    [InlineData("The Meadowpost-Tribune came.")]
    public void Rejects_a_name_that_a_hyphen_ties_to_another(string text) => Assert.Empty(Find.Counting(text, Find.Body("Луговестник", "Meadowpost")));

    [Theory]
    [InlineData("Гавань", "Гавань, Гавани, Гаванью")]
    [InlineData("Верфь «Риф»", "Верфь «Риф», Верфи «Риф», Верфью «Риф»")]
    [InlineData("Артель", "Артель, Артели, Артелью")]
    [InlineData("Пристань", "Пристань, Пристани, Пристанью")]
    [InlineData("Степь", "Степь, Степи, Степью")]
    [InlineData("Церковь Луга", "Церковь Луга, Церкви Луга, Церковью Луга")]
    [InlineData("Лагерь", "Лагерь, Лагеря, Лагерю, Лагерем, Лагере")]
    [InlineData("Олень", "Олень, Оленя, Оленю, Оленем, Олене")]
    public void Declines_nouns_in_a_soft_sign_by_their_gender(string name, string forms) =>
        Assert.Equal(forms, string.Join(", ", RussianNames.AllCases(name, EntityKind.Organisation, Gender.Unknown).Take(6).Distinct()));
}
