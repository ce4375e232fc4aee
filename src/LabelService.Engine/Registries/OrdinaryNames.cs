using System.Collections.Frozen;

namespace LabelService.Engine.Registries;

/// <summary>
/// Words that are too common to stand for a body or person by themselves. No dictionary: chosen by hand from words that official
/// registers use as names (programmes, movements, pseudonyms) and that any newspaper uses as words, so that a lint can ask.
/// </summary>
public static class OrdinaryNames
{
    private static readonly FrozenSet<string> Words = Read(
        """
        агентство акцент альянс апология база белый бумага важное ваш век весна вестник взгляд викимедиа вместе вода возрождение война волна
        воля вот восток время все выбор выборы выход газета герой главное главный год голос город гражданин гражданский граница гроза движение
        действие дело день дети диалог династия довод дождь дом дорога досье друзья дух евросеть единство женщины живой жизнь журнал забота
        завтра закон запад звезда здоровье земля знание игра идея издание инициатива институт интерес информация истина история итоги книга
        ковчег комитет конец король корона кризис круг лад лига лидер лицо луна лёд люди маяк медиа мир милосердие миссия мнение момент мороз
        москва мост мы народ настоящее начало наш небо неделя новое новости новый ночь община объектив объединение общество огонь окно опора
        оптимист орёл ответ отечество открытие панацея панорама партия перемена письмо победа помощь портал порядок после правда право премьер
        пресс проект прогресс процесс путь работа равенство радио развитие родина россия россияне росток рядом свет свеча свидетель свобода
        свой север семья сила сирена слово служба смола смысл событие совет согласие содействие солнце социум сова сова союз среда столица
        страна студия сфера театр тема типография точка трансмиссия труд тут улица урал успех утро факт федерация фонд форум холод холл хор
        хорошо центр час человек честь четверг чтение шанс шаг школа штаб эпоха эхо юг я яблоко
        """,
        """
        a about access act action agency alliance and answer ark art bell bild body book brief bridge center centre change church city club
        coalition committee community council country current day democracy desk digest dialogue dream east echo edge end europe evening
        express eye face fact family federation fire focus force forum foundation free freedom friend front future garden gazette general
        group guardian hall hand heart herald home hope house idea impact insider institute journal justice king land law leader league life
        light line link live look mail man mass media memorial mind mirror mission moment monitor morning mountain movement name nation
        network new news night north now observer one open or other outlook page paper partisan party path peace people pilot place planet
        power press project proof public question radio rain record reform report republic rights river road room root school scope sea
        search sense sign sky snow society solidarity sound source south space spectrum spirit star state story street student studio sun
        system team telegraph time times today tomorrow top truth union unity university view village virus vision voice war water wave way
        west wind window woman word work world year youth
        """);

    /// <summary>The words, as <see cref="NameKey"/> writes them.</summary>
    internal static IEnumerable<string> All => Words;

    /// <summary>Whether the name could be anybody's: one ordinary word, or a place alone or with such words, as local branches are called.</summary>
    public static bool IsOrdinary(string name)
    {
        var words = NameKey.Of(name).Split(' ');
        return words.All(w => Words.Contains(w) || PlaceNames.IsPlace(w)) && (words.Length == 1 || words.Any(PlaceNames.IsPlace));
    }

    private static FrozenSet<string> Read(params string[] lists) =>
        lists.SelectMany(l => l.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Select(NameKey.Of).ToFrozenSet(StringComparer.Ordinal);
}
