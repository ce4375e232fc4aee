namespace LabelService.Engine.Naming;

/// <summary>What each reason means: how sure it leaves a find, and the sentence that a journalist reads.</summary>
public static class NameReasons
{
    public static Certainty CertaintyOf(NameReason reason) => reason switch
    {
        NameReason.AsRegistered or NameReason.KnownAlias or NameReason.InQuotes or NameReason.RareName or NameReason.Confirmed => Certainty.Certain,
        NameReason.SharedName or NameReason.Namesake or NameReason.NamesInRow or NameReason.InitialsOnly or NameReason.SurnameOnly or NameReason.AcronymOnly
            or NameReason.Disguised or NameReason.SmallLetters or NameReason.OpeningCapital
            or NameReason.PluralForm or NameReason.InsideName => Certainty.Pending,
        _ => Certainty.Rejected,
    };

    /// <summary>Whether the place says more only of who is named better elsewhere, and nothing by itself.</summary>
    public static bool IsHint(NameReason reason) => reason is NameReason.SurnameOnly or NameReason.InsideName or NameReason.AcronymOnly;

    /// <summary>Between 0 and 1; an order of strength, not a measured probability.</summary>
    public static double Confidence(NameReason reason) => reason switch
    {
        NameReason.Confirmed => 1,
        NameReason.AsRegistered => 0.98,
        NameReason.KnownAlias => 0.97,
        NameReason.InQuotes => 0.95,
        NameReason.RareName => 0.9,
        NameReason.SharedName or NameReason.NamesInRow => 0.6,
        NameReason.Disguised => 0.55,
        NameReason.SmallLetters or NameReason.OpeningCapital or NameReason.PluralForm => 0.5,
        NameReason.InitialsOnly => 0.4,
        NameReason.AcronymOnly => 0.35,
        NameReason.Namesake => 0.3,
        NameReason.SurnameOnly or NameReason.InsideName => 0.2,
        _ => 0.1,
    };

    public static string Text(NameReason reason, string language) => language == "ru" ? Russian(reason) : English(reason);

    private static string English(NameReason reason) => reason switch
    {
        NameReason.AsRegistered => "named as the register writes it",
        NameReason.KnownAlias => "named by a name that is known to be theirs",
        NameReason.InQuotes => "named in quotes or behind a word such as «издание»",
        NameReason.RareName => "given name and a rare double surname that nobody else in the registers bears",
        NameReason.SharedName => "only a given name and surname, which others may bear too",
        NameReason.Namesake => "the registers include more than one bearer of this name",
        NameReason.NamesInRow => "names stand in a row, and the text does not tell which surname belongs to the given name",
        NameReason.InitialsOnly => "only a surname with initials",
        NameReason.SurnameOnly => "only a surname",
        NameReason.AcronymOnly => "only the first letters of the name",
        NameReason.QuotedPartOnly => "only the part of the registered name that stands in quotes",
        NameReason.Disguised => "the name is disguised: letters are hidden, masked or only look alike",
        NameReason.SmallLetters => "the name stands in small letters",
        NameReason.OpeningCapital => "ordinary words whose only capitals are those of a sentence's start or a heading",
        NameReason.PluralForm => "the words stand in the plural, the registered name does not",
        NameReason.InsideName => "the name stands inside a longer name",
        NameReason.OrdinaryWord => "an ordinary word that counts as this name only in quotes or behind a word such as «издание»",
        NameReason.OtherGivenName => "another given name stands beside the surname",
        NameReason.OtherPatronymic => "another patronymic stands in the name",
        NameReason.OtherInitials => "other initials stand beside the surname",
        NameReason.SharedSurname => "others bear this surname too, and the text does not tell whose it is",
        NameReason.LongerWord => "the words are part of a longer name or word",
        NameReason.InAddress => "the words are part of an address",
        NameReason.Confirmed => "it was decided that the words mean this entry of the register",
        _ => "it was decided that this is somebody else",
    };

    private static string Russian(NameReason reason) => reason switch
    {
        NameReason.AsRegistered => "имя написано так, как в реестре",
        NameReason.KnownAlias => "написано известное другое имя",
        NameReason.InQuotes => "название стоит в кавычках или после слова вроде «издание»",
        NameReason.RareName => "имя и редкая двойная фамилия, и другого человека с такой фамилией в реестрах нет",
        NameReason.SharedName => "написаны только имя и фамилия, их могут носить и другие",
        NameReason.Namesake => "в реестрах не один человек с таким именем",
        NameReason.NamesInRow => "имена стоят подряд, и из текста не видно, какая фамилия относится к имени",
        NameReason.InitialsOnly => "написаны только фамилия и инициалы",
        NameReason.SurnameOnly => "написана только фамилия",
        NameReason.AcronymOnly => "написаны только первые буквы названия",
        NameReason.QuotedPartOnly => "написана только та часть названия, что стоит в кавычках",
        NameReason.Disguised => "имя скрыто: буквы спрятаны, закрыты или заменены похожими",
        NameReason.SmallLetters => "имя написано со строчной буквы",
        NameReason.OpeningCapital => "обычные слова, и прописные буквы в них — только от начала предложения или заголовка",
        NameReason.PluralForm => "слова стоят во множественном числе, а в реестре название в единственном",
        NameReason.InsideName => "имя стоит внутри более длинного названия",
        NameReason.OrdinaryWord => "обычное слово; названием оно считается только в кавычках или после слова вроде «издание»",
        NameReason.OtherGivenName => "рядом с фамилией стоит другое имя",
        NameReason.OtherPatronymic => "в имени стоит другое отчество",
        NameReason.OtherInitials => "рядом с фамилией стоят другие инициалы",
        NameReason.SharedSurname => "эту фамилию носят и другие, а из текста не видно, чья она",
        NameReason.LongerWord => "слова входят в более длинное имя или слово",
        NameReason.InAddress => "слова входят в адрес",
        NameReason.Confirmed => "решено, что речь об этой записи реестра",
        _ => "решено, что это кто-то другой",
    };
}
