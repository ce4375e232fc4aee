using System.Text;

namespace LabelService.Benchmarks;

/// <summary>Texts made to cost as much as a text can.</summary>
internal static class WorstTexts
{
    public static readonly string[] Kinds =
        ["one letter", "look-alikes", "one name after another", "surnames alone", "overlapping titles", "spaced letters", "masked letters", "many masks", "tags", "line breaks", "initials", "one legal form"];

    public static string Make(string kind, int characters)
    {
        var piece = kind switch
        {
            "one letter" => "а",
            "look-alikes" => "Tрaвкин Пeтр ",
            "one name after another" => "Пётр Ильич Травкин ",
            "surnames alone" => "Травкин ",
            "overlapping titles" => "Фонд Фонда Фонда ",
            "spaced letters" => "Т р а в к и н   П ё т р   ",
            "masked letters" => "Тр*вкин Тр.авкин т.р.а.в.к.и.н ",
            "many masks" => "а*б.в*г.д*е*ж.",
            "tags" => "#ПётрТравкинПётрТравкин ",
            "line breaks" => "Трав-\nкин Пё-\nтр ",
            "one legal form" => "Общество с ограниченной ответственностью Луг ",
            _ => "П. И. Травкин П. ",
        };
        var text = new StringBuilder(characters + piece.Length);
        while (text.Length < characters)
        {
            text.Append(piece);
        }

        return text.ToString(0, characters);
    }
}
