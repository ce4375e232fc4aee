using LabelService.Engine.Reading;

namespace LabelService.Engine.Tests.Reading;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("ru", "Власти сообщили, что переговоры были прерваны и не начнутся до весны.")]
    [InlineData("ru", "Настоящий материал (информация) произведён и распространён иностранным агентом либо касается деятельности такого агента.")]
    [InlineData("en", "Japan wants to conclude a peace treaty with Russia, despite the sanctions")]
    [InlineData("uk", "Влада повідомила, що переговори були перервані і не почнуться до весни.")]
    [InlineData("be", "Улады паведамілі, што перамовы былі перапынены і не пачнуцца да вясны, калі ўсё скончыцца.")]
    [InlineData("bg", "Властите съобщиха, че преговорите са прекъснати и няма да започнат преди пролетта.")]
    [InlineData("de", "Die Behörden teilten mit, dass die Gespräche unterbrochen wurden und nicht vor dem Frühling beginnen.")]
    [InlineData("fr", "Les autorités ont annoncé que les négociations sont interrompues et ne reprendront pas avant le printemps.")]
    [InlineData("es", "Las autoridades anunciaron que las negociaciones fueron interrumpidas y no se reanudarán en el año.")]
    [InlineData("it", "Le autorità hanno annunciato che i negoziati sono stati interrotti e non riprenderanno nel mese di maggio.")]
    [InlineData("pl", "Władze poinformowały, że rozmowy zostały przerwane i nie rozpoczną się przed wiosną.")]
    [InlineData("cs", "Úřady oznámily, že jednání byla přerušena a nezačnou se před jarem, které je v březnu.")]
    [InlineData("lt", "Valdžia pranešė, kad derybos buvo nutrauktos ir neprasidės iki pavasario.")]
    [InlineData("lv", "Varas iestādes paziņoja, ka sarunas tika pārtrauktas un nesāksies līdz pavasarim.")]
    [InlineData("ka", "ხელისუფლებამ განაცხადა მოლაპარაკებების შეწყვეტის შესახებ")]
    public void Finds_the_language(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("18+")]
    [InlineData("TASS")]
    [InlineData("12 345 678, 90")]
    public void Keeps_silent_when_unsure(string text) => Assert.Null(LanguageGuess.Of(text));

    [Fact]
    public void Keeps_to_the_language_of_a_text_with_foreign_names() =>
        Assert.Equal("ru", LanguageGuess.Of("По данным The Northern Herald и издания Das Blatt, в городе не было света, но его включили после полудня."));
}
