using System.Collections.Frozen;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>
/// Frequent given names by gender: enough to tell «Имя Фамилия» from «Фамилия Имя» and to know the gender of names whose ending does
/// not show it. The list is no register of names; an unlisted name is judged by its ending.
/// </summary>
internal static class RussianGivenNames
{
    private static readonly FrozenDictionary<string, Gender> Known = Read(
        """
        александр алексей анатолий андрей антон аркадий арсений артём артем артур богдан борис вадим валентин валерий василий виктор
        виталий влад владимир владислав всеволод вячеслав геннадий георгий герман глеб григорий давид дамир даниил данил данила денис дмитрий
        евгений егор ефим захар иван игнат игорь илья иосиф камиль карим кирилл константин кузьма лев леонид лука макар максим марат марк
        матвей мирон михаил никита никодим николай олег оскар остап павел петр пётр платон прохор равиль радик рамзан рамиль ринат роберт родион роман
        ростислав руслан рустам савва савелий святослав семен семён сергей станислав степан тарас тимофей тимур тихон фёдор федор феликс филипп
        фома эдуард эльдар эмиль юлий юрий яков ян ярослав джо чарли рауль жоэль даниэль самуэль габриэль исмаил шамиль наиль айрат
        добрыня гаврила вавила мустафа муса иса абдулла ибрагим хамза гурий ильхам рашид саид ахмед мухаммед джон майкл
        """, """
        аделаида алевтина александра алёна алена алина алиса алла альбина анастасия ангелина анжела анна антонина арина валентина валерия варвара
        василиса вера вероника виктория галина дарья диана динара евгения екатерина елена елизавета жанна зинаида злата зоя инга инесса инна ирина
        карина каролина кира клавдия кристина ксения лада лариса лидия лилия любовь людмила майя маргарита марина мария марья милана надежда
        наталия наталья нелли нина нинель оксана олеся ольга пелагея полина раиса регина римма светлана серафима снежана софия софья таисия
        тамара татьяна ульяна фатима фаина эвелина элеонора элина эльвира эмилия юлия яна рахиль руфь юдифь эсфирь адель гузель айгуль
        асель жизель мэри джейн элизабет маргарет хелен кейт натали мишель николь элен кармен ирен эдит ева ясмина аделина василина лилиана сабина алис николетт
        """);

    /// <summary>Short names of men and women alike, of which the ending tells nothing.</summary>
    private static readonly FrozenSet<string> Either = FrozenSet.ToFrozenSet(["саша", "женя", "валя", "шура", "слава", "паша", "сима"]);

    public static IEnumerable<string> All => Known.Keys.Concat(Either).Order(StringComparer.Ordinal);

    public static bool IsKnown(string word) => Known.ContainsKey(word) || Either.Contains(word);

    /// <summary>The gender of a given name in lower case; <see cref="Gender.Unknown"/> where its ending does not tell.</summary>
    public static Gender GenderOf(string word)
    {
        if (Known.TryGetValue(word, out var gender))
            return gender;
        if (Either.Contains(word) || word.EndsWith('ь'))
            return Gender.Unknown;
        if (word.EndsWith('а') || word.EndsWith('я'))
            return Gender.Feminine;
        return Paradigm.Vowels.Contains(word[^1], StringComparison.Ordinal) ? Gender.Unknown : Gender.Masculine;
    }

    private static FrozenDictionary<string, Gender> Read(string masculine, string feminine) =>
        Words(masculine).Select(name => KeyValuePair.Create(name, Gender.Masculine))
            .Concat(Words(feminine).Select(name => KeyValuePair.Create(name, Gender.Feminine)))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
