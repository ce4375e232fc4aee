using System.Collections.Frozen;
using LabelService.Engine.Grammar;
using LabelService.Engine.Matching;

namespace LabelService.Engine.Naming;

/// <summary>Surnames that are ordinary words, which at the start of a sentence look like names: alone they never count.</summary>
internal static class SurnameWords
{
    private static readonly string[] Words =
        ("белый чёрный красный мороз король холод дождь снег ветер заяц волк медведь соловей воробей орёл сокол голубь мельник кузнец гончар ткач пекарь бондарь " +
         "коваль швец жук комар муха рыба карась щука окунь корень дуб берёза сосна калина малина ягода гриб хлеб соль сахар масло молоко мука каша борщ блин пирог вода огонь " +
         "земля небо солнце луна звезда день ночь вечер утро весна лето осень зима январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник " +
         "среда четверг пятница суббота воскресенье мир война слава победа правда воля свобода любовь надежда вера сила власть закон право суд дело слово голос песня " +
         "мост дом двор улица город село поле лес гора река море озеро остров берег камень песок железо золото серебро медь порох пушка меч щит нож топор молот серп " +
         "князь граф барон царь боярин дьяк поп монах игумен писарь воевода атаман казак солдат капитан майор генерал маршал судья голова рука нога глаз ухо нос борода ус кантор " +
         "русский польский донской полевой луговой лесной горный зимний летний вольный добрый богатый бедный старый новый малый большой великий святой кривой косой рябой хромой").Split(' ');

    private static readonly FrozenSet<ulong> Forms = Words.SelectMany(AllForms).ToFrozenSet();

    public static IEnumerable<string> All => Words;

    public static bool Contains(ulong key) => Forms.Contains(key);

    private static IEnumerable<ulong> AllForms(string word) =>
        from table in new[] { RussianNounTables.Nouns, RussianNounTables.Adjectives }
        let row = table.Find(word, NounClass.Any)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(word, @case)
        select WordScanner.HashOfWord(form);
}
