using System.Collections.Immutable;

namespace LabelService.Engine.Facts;

/// <summary>
/// News agencies that texts cite by bare name, with the name shown. Only for naming who is quoted: no rule hangs on this list; entities
/// that rules speak of come from registries.
/// </summary>
public static class KnownOutlets
{
    public static readonly ImmutableArray<(string Name, ImmutableArray<string> Spellings)> All =
    [
        ("TASS", ["TASS", "ITAR-TASS"]), ("ТАСС", ["ТАСС", "ИТАР-ТАСС", "ТАССу"]),
        ("Reuters", ["Reuters", "Рейтер", "Рейтерс"]), ("Associated Press", ["Associated Press", "The Associated Press"]), ("AP", ["AP"]),
        ("Agence France-Presse", ["Agence France-Presse", "Франс Пресс"]), ("AFP", ["AFP"]), ("dpa", ["DPA"]),
        ("Bloomberg", ["Bloomberg"]), ("Интерфакс", ["Интерфакс", "Интерфакса", "Интерфаксу"]), ("Interfax", ["Interfax"]),
        ("РИА Новости", ["РИА Новости"]), ("RIA Novosti", ["RIA Novosti"]), ("Xinhua", ["Xinhua", "Синьхуа"]), ("Kyodo", ["Kyodo", "Киодо"]),
        ("Yonhap", ["Yonhap", "Ёнхап"]), ("ANSA", ["ANSA"]), ("EFE", ["EFE"]), ("UPI", ["UPI"]), ("Anadolu", ["Anadolu", "Анадолу"]),
        ("BBC", ["BBC", "BBC News", "Би-би-си"]), ("CNN", ["CNN"]), ("The New York Times", ["The New York Times", "New York Times"]),
        ("The Washington Post", ["The Washington Post", "Washington Post"]), ("The Guardian", ["The Guardian"]),
        ("Financial Times", ["Financial Times"]), ("The Wall Street Journal", ["The Wall Street Journal", "Wall Street Journal"]),
        ("Der Spiegel", ["Der Spiegel", "Spiegel"]), ("Le Monde", ["Le Monde"]), ("Al Jazeera", ["Al Jazeera"]),
        ("Deutsche Welle", ["Deutsche Welle"]), ("Укринформ", ["Укринформ"]), ("Ukrinform", ["Ukrinform"]), ("УНИАН", ["УНИАН"]),
        ("БелТА", ["БелТА"]), ("PAP", ["PAP"]), ("ČTK", ["ČTK"]), ("БТА", ["БТА"]), ("MENA", ["MENA"]),
    ];
}
