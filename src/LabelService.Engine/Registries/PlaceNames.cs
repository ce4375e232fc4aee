using System.Collections.Frozen;

namespace LabelService.Engine.Registries;

/// <summary>
/// Places after which local branches are called: the regions of Russia with their capitals, and countries. The source is the
/// Constitution's list of regions (article 65); towns are the regions' capitals.
/// </summary>
internal static class PlaceNames
{
    private static readonly FrozenSet<string> Places =
        """
        абакан адыгея азербайджан алтай анадырь армения архангельск астрахань ахтубинск барнаул башкортостан башкирия белгород беларусь
        белоруссия биробиджан благовещенск брянск бурятия великий волгоград вологда воронеж горно-алтайск горно алтайск грозный грузия дагестан
        дальний дон донбасс донецк екатеринбург забайкалье запорожье иваново ижевск ингушетия иркутск казань казахстан калининград калмыкия
        калуга камчатка карелия кемерово киров коми кострома краснодар красноярск крым кубань кузбасс курган курск кызыл липецк луганск магадан
        магас майкоп мариэл махачкала молдавия молдова мордовия москва подмосковье мурманск назрань нальчик нарьян-мар нижний новгород
        новосибирск омск орел орёл оренбург осетия пенза пермь петербург петрозаводск петропавловск поволжье приморье псков ростов россия рязань
        салехард самара саранск саратов сахалин севастополь сибирь симферополь смоленск сочи ставрополь сыктывкар тамбов татарстан тверь
        тольятти томск тула тува тыва тюмень удмуртия украина улан-удэ ульяновск урал уфа хабаровск хакасия ханты мансийск херсон чебоксары
        челябинск черкесск чечня чита чувашия чукотка элиста югра якутия якутск ямал ярославль
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(p => NameKey.Of(p).Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> All => Places;

    /// <param name="word">One word, as <see cref="NameKey"/> writes it.</param>
    public static bool IsPlace(string word) => Places.Contains(word);
}
