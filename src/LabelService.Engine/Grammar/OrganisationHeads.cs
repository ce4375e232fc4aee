using System.Collections.Frozen;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Nouns with which organisations' names begin: enough to tell «обществом» (общество) from «фондом» (фонд), whose endings are the same,
/// and a body from a person. The list is no register; an unlisted noun is judged by its ending.
/// </summary>
internal static class OrganisationHeads
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet((
        "агентство академия альянс архив ассоциация аудитория база бюро блог братство бюллетень вестник видеоканал видеопроект газета галерея голос группа движение диаспора дом " +
        "журнал землячество издание издательство инициатива институт интернет-газета интернет-журнал интернет-издание интернет-портал интернет-проект информагентство кампания канал " +
        "клуб коалиция коллегия коллектив комиссия комитет компания конгресс конфедерация корпорация лаборатория лига медиа медиагруппа медиакомпания медиапроект медиахолдинг " +
        "мемориал миссия музей новости объединение община общество обозрение организация орган отдел отделение палата партия партнёрство партнерство паблик платформа подкаст портал " +
        "предприятие представительство программа проект профсоюз радио радиостанция редакция ресурс сайт сеть служба совет содружество сообщество союз студия телеграм-канал телекомпания телеканал " +
        "телепередача театр товарищество трибуна университет управление учреждение федерация филиал фонд форум фракция холдинг хроника центр школа штаб экспедиция").Split(' '));

    private static readonly FrozenSet<string> Forms = FrozenSet.ToFrozenSet(
        from head in Known
        let row = RussianNounTables.Nouns.Find(head, NounClass.Any)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(head, @case)
        select form);

    public static IEnumerable<string> All => Known;

    public static bool Contains(string word) => Known.Contains(word) || Known.Contains(word[(word.LastIndexOf('-') + 1)..]);

    /// <summary>Whether the word is such a noun in any case.</summary>
    public static bool ContainsForm(string word)
    {
        var lowered = word.ToLowerInvariant();
        return Forms.Contains(lowered) || Forms.Contains(lowered[(lowered.LastIndexOf('-') + 1)..]);
    }
}
