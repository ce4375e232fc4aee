using LabelService.Engine.Naming;

namespace LabelService.Engine.Tests.Naming;

public class DisguiseTests
{
    [Theory]
    [InlineData("Пeтр Ильич Травкин")]
    [InlineData("Пётр Ильич Тpавкин")]
    [InlineData("Пётр Ильич Τравκин")]
    [InlineData("П\u200bётр Ильич Трав\u200bкин")]
    [InlineData("Петр Ильич Тр*вкин")]
    [InlineData("Петр Ильич Трав.кин")]
    [InlineData("Петр Ильич Тр@вкин")]
    [InlineData("П е т р   Т р а в к и н")]
    [InlineData("ПетрТравкин")]
    public void Leaves_a_disguised_name_to_a_moderator(string form)
    {
        var text = form == "ПетрТравкин" ? "Пишет #ПетрТравкин." : $"Пишет {form}.";

        Assert.Contains(Find.Counting(text, Find.Person("Травкин Пётр Ильич")), h => text[h.Start..h.End] == form && h is { Reason: NameReason.Disguised, IsDisguised: true });
    }

    [Theory]
    [InlineData("Пётр Ильич Трав\u00ADкин")]
    [InlineData("Пе́тр Ильич Травкин")]
    [InlineData("Пётр\u00A0Ильич\u202FТравкин")]
    [InlineData("Пётр\tИльич  Травкин")]
    [InlineData("Петр Ильич\nТравкин")]
    [InlineData("Пётр Ильич Трав-\nкин")]
    [InlineData("Пётр Ильич Трав\u2010\n   кин")]
    public void Reads_through_typography_as_if_it_were_not_there(string form) =>
        Assert.Equal((form, NameReason.AsRegistered), Find.One($"Вчера пишет {form} всем.", Find.Person("Травкин Пётр Ильич")));

    [Fact]
    public void Composes_a_letter_before_marks_are_dropped() =>
        Assert.Equal(("Андрей Полевой", NameReason.SharedName), Find.One("Это Андрей Полевой.".Normalize(), Find.Person("Полевой Андрей Ильич")));

    [Fact]
    public void Finds_a_decomposed_letter() =>
        Assert.Single(Find.Counting("Это Андре\u0438\u0306 Полевои\u0306.".Replace("Андре\u0438\u0306", "Андре\u0438\u0306"), Find.Person("Полевой Андрей Ильич")));

    [Fact]
    public void Finds_small_letters_and_says_so() =>
        Assert.Equal(("петр травкин", NameReason.SmallLetters), Find.One("это петр травкин.", Find.Person("Травкин Пётр Ильич")));

    [Theory]
    [InlineData("Регулярнoе событие у cтанции, нa месте.")]
    [InlineData("Инфор-\nмация о приро-\nде.")]
    [InlineData("В с е х ждут в пять.")]
    [InlineData("Цена 15.30, адрес a.b.c, *важно*, #новости.")]
    public void Finds_nothing_in_harmless_noise(string text) => Assert.Empty(Find.All(text, Find.Person("Травкин Пётр Ильич"), Find.Body("Фонд «Луг»", "Луг")));

    [Theory]
    [InlineData("Пишет #JohnWintermoor вчера.", "JohnWintermoor")]
    [InlineData("Пишет John Winter.moor вчера.", "John Winter.moor")]
    [InlineData("Пишет John Winterm@or вчера.", "")]
    [InlineData("Пишет John Winterm*or вчера.", "John Winterm*or")]
    [InlineData("Пишет J@ck Wintermoor вчера.", "J@ck Wintermoor")]
    [InlineData("Пишет John Winter-\nmoor вчера.", "John Winter-\nmoor")]
    public void Reads_disguised_latin_names(string text, string form)
    {
        var hits = Find.Counting(text, Find.Person("John Wintermoor"), Find.Person("Jack Wintermoor")).FindAll(h => h.Kind == NameKind.GivenAndSurname);

        Assert.Equal(form.Length == 0 ? [] : [form], hits.Select(h => text[h.Start..h.End]).Distinct());
    }

    [Fact]
    public void Reads_one_masked_letter_in_a_word_and_no_more()
    {
        var travkin = Find.Person("Травкин Пётр Ильич");

        Assert.NotEmpty(Find.Counting("Пишет Пётр Т*авкин.", travkin).FindAll(h => h.Kind == NameKind.GivenAndSurname));
        Assert.Empty(Find.Counting("Пишет Пётр Т*ав*ин.", travkin).FindAll(h => h.Kind == NameKind.GivenAndSurname));
    }
}
