using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Naming;

/// <summary>What tells the title of a body from the same words as words.</summary>
public class TitleEvidenceTests
{
    [Theory]
    [InlineData("Новая газета", "Новые газеты закрываются.")]
    [InlineData("Новая газета", "Пишут всякое. Новых газет мало.")]
    [InlineData("Белый дом", "Белых домов на улице два.")]
    [InlineData("Дождь", "Дождь пройдёт в среду.")]
    [InlineData("Дождь", "Прогноз:\nДождь пройдёт в среду.")]
    [InlineData("Дождь", "— Дождь пройдёт, — сказал он.")]
    [InlineData("Дождь", "ДОЖДЬ ПРОЙДЁТ В СРЕДУ")]
    [InlineData("Настоящее Время", "В настоящее время порт закрыт.")]
    [InlineData("Надежда Белых Медведей", "Такова надежда белых медведей.")]
    [InlineData("Ван Ли", "Неизвестно, знал ли Ван об этом. Приехал Ван ли, никто не помнит.")]
    [InlineData("Ли", "Знал ли он? Ли не ответил.")]
    [InlineData("Will Central Banks", "When will central banks act?")]
    public void Rejects_ordinary_words_that_only_open_a_sentence(string title, string text) => Assert.Empty(Find.Counting(text, Find.Body("Луговая редакция", title)));

    [Theory]
    [InlineData("Новая газета сообщила об этом.")]
    [InlineData("Прогноз\nНовая газета сообщила об этом.")]
    [InlineData("НОВАЯ ГАЗЕТА СООБЩИЛА ОБ ЭТОМ")]
    public void Leaves_ordinary_words_with_an_opening_capital_to_a_moderator(string text) =>
        Assert.Equal(NameReason.OpeningCapital, Find.One(text, Find.Body("Луговая редакция", "Новая газета")).Reason);

    [Theory]
    [InlineData("Дождя")]
    [InlineData("Наши друзья:\nЛуг и поле\nДождь\nЗаря")]
    public void Leaves_an_ordinary_word_that_is_all_of_its_line_to_a_moderator(string text) =>
        Assert.Equal(NameReason.OpeningCapital, Find.One(text, Find.Body("Луговая редакция", "Дождь")).Reason);

    [Theory]
    [InlineData("Об этом сообщила Новая газета вчера.")]
    [InlineData("«Новая газета» сообщила об этом.")]
    [InlineData("Сообщения «Новой газеты» читают.")]
    [InlineData("Корреспондент Новой газеты Пётр Травкин приехал.")]
    [InlineData("… Новой газеты не было.")]
    public void Takes_a_capital_inside_the_sentence_or_quotes_for_evidence(string text) =>
        Assert.Equal(NameReason.KnownAlias, Find.One(text, Find.Body("Луговая редакция", "Новая газета")).Reason);

    [Theory]
    [InlineData("Луговестник сообщил об этом.", "Луговестник")]
    [InlineData("Вёрстка Луга сообщила об этом.", "Вёрстка Луга")]
    [InlineData("Комитет Защиты Лугов сообщил об этом.", "Комитет защиты лугов")]
    public void Keeps_a_rare_word_or_an_inner_capital_at_the_start_of_a_sentence(string text, string title) =>
        Assert.Equal(Certainty.Certain, Assert.Single(Find.Counting(text, Find.Body("Редакция у порта", title))).Certainty);

    [Fact]
    public void Leaves_the_plural_of_a_pseudonym_to_a_moderator_at_most()
    {
        var cat = Find.Person("Травкин Пётр Ильич", "Лесной Кот");

        Assert.Empty(Find.Counting("Лесные коты вернулись.", cat));
        Assert.Equal(NameReason.PluralForm, Find.One("Там видели Лесных Котов вчера.", cat).Reason);
        Assert.Equal(NameReason.PluralForm, Find.One("Читают «Лесных котов» все.", cat).Reason);
        Assert.Equal(NameReason.KnownAlias, Find.One("Там видели Лесного Кота вчера.", cat).Reason);
    }

    [Theory]
    [InlineData("Передал Голос Америки вчера.", "Голос")]
    [InlineData("Передал «Голос Америки» вчера.", "Голос")]
    [InlineData("Передал «Голос народа» вчера.", "Голос")]
    [InlineData("По телеканалу Свобода слова показали это, телеканала Свобода слова.", "Свобода")]
    [InlineData("Вышел Новый Голос вчера.", "Голос")]
    [InlineData("Защищали Свободу слова вчера.", "Свобода")]
    [InlineData("Стояли на площади Свободы вчера.", "Свобода")]
    [InlineData("Reports of The New Voice Tribune came in.", "New Voice")]
    public void Rejects_a_title_inside_a_longer_proper_name(string text, string title)
    {
        Assert.DoesNotContain(Find.All(text, Find.Body("Луговая редакция", title)), h => h.Certainty == Certainty.Certain);
        Assert.Empty(Find.Counting(text, Find.Quoted("Луговая редакция", title)));
    }

    [Theory]
    [InlineData("Показал телеканал Свобода вчера.")]
    [InlineData("На телеканале Свобода Травкин выступил.")]
    [InlineData("Корреспондент телеканала Свобода Пётр Травкин приехал.")]
    [InlineData("Показала «Свобода» вчера.")]
    [InlineData("Показала «Свобода*» вчера.")]
    [InlineData("Показала «Свобода!» вчера.")]
    public void Keeps_a_title_that_stands_alone_behind_its_class_word(string text) =>
        Assert.Equal(NameReason.InQuotes, Find.One(text, Find.Quoted("Луговая редакция", "Свобода")).Reason);

    [Theory]
    [InlineData("Я")]
    [InlineData("2612")]
    [InlineData("луговестник")]
    [InlineData("я")]
    public void Takes_a_letter_a_number_or_small_letters_for_a_name_in_quotes_only(string name)
    {
        var body = Find.Body(name);

        Assert.Empty(Find.Counting($"Пришло {name} вовремя, и {name} осталось. {name}.", body));
        Assert.Equal(NameReason.InQuotes, Find.One($"Пришло «{name}» вовремя.", body).Reason);
    }

    [Fact]
    public void Leaves_a_phrase_that_is_registered_without_a_capital_to_a_moderator() =>
        Assert.Equal(NameReason.SmallLetters, Find.One("Пришла вёрстка луговестника вовремя.", Find.Body("вёрстка луговестника")).Reason);

    [Fact]
    public void Finds_small_letters_of_rare_words_and_says_so() =>
        Assert.Equal(NameReason.SmallLetters, Find.One("пишет луговестник плюс сегодня.", Find.Body("Луговестник Плюс")).Reason);

    [Fact]
    public void Takes_no_place_for_the_capital_of_a_title()
    {
        var voice = Find.Body("Луговая редакция", "Голос Америки");

        Assert.Equal(NameReason.SmallLetters, Find.One("Это был голос Америки вчера.", voice).Reason);
        Assert.Equal(NameReason.KnownAlias, Find.One("Голос Америки передал это.", voice).Reason);
        Assert.Equal(NameReason.KnownAlias, Find.One("Это было на «Голосе Америки» вчера.", voice).Reason);
    }
}
