using System.Collections.Frozen;

namespace LabelService.Workflow.Registries;

/// <summary>What can be odd in a row of an export.</summary>
internal enum Oddity
{
    Skipped,
    NoPeriod,
    KindGuessed,
    NameTidied,
    QuotesStraight,
    QuotesUnclosed,
    QuoteStray,
    WordsCut,
    CountryCut,
    FormerName,
    Pseudonym,
    PseudonymWord,
    BrandTooCommon,
    OddPersonName,
    ListedAgain,
    Namesake,
    DuplicateRow,
    PeriodsMerged,
    ChatNumber,
    NoAccount,
    NotAnAddress,
    KeptFromFile,
    OnlyInFile,
}

/// <summary>What each oddity is and what was done, for the report.</summary>
internal static class Oddities
{
    private static readonly FrozenDictionary<Oddity, string> Texts = new Dictionary<Oddity, string>
    {
        [Oddity.Skipped] = "cannot be read: the row is left out",
        [Oddity.NoPeriod] = "off the list on the day of listing or before, so on it on no day: the row is left out",
        [Oddity.KindGuessed] = "no type: the kind is guessed from the name",
        [Oddity.NameTidied] = "double spaces, no-break spaces or line breaks in the name: made single spaces",
        [Oddity.QuotesStraight] = "straight quotes in the name: made «»",
        [Oddity.QuotesUnclosed] = "more quotes open than close: the name stays as registered, its quoted part is read to the end",
        [Oddity.QuoteStray] = "a quote before the whole name that nothing closes: left out",
        [Oddity.WordsCut] = "words that describe rather than name (where registered, whose site): left out of the name",
        [Oddity.CountryCut] = "a country or address behind the name: moved to 'country'",
        [Oddity.FormerName] = "a name in brackets: an alias",
        [Oddity.Pseudonym] = "a pseudonym: an alias",
        [Oddity.PseudonymWord] = "a pseudonym of one word: joined with the given name where it reads as a surname, else counted only in quotes where it is short or an ordinary word",
        [Oddity.BrandTooCommon] = "the quoted part is a place or an ordinary word: no alias (the brand list can add one)",
        [Oddity.OddPersonName] = "a person's name not of surname, given name and patronymic: kept as registered",
        [Oddity.ListedAgain] = "the same name listed again after an earlier end: a second period of one entity",
        [Oddity.Namesake] = "the same name listed twice at one time: two entities, the later one's id has its day",
        [Oddity.DuplicateRow] = "a further row of the same entity and period: joined with it",
        [Oddity.PeriodsMerged] = "periods of one entity that overlap or touch: joined into one",
        [Oddity.ChatNumber] = "a chat's number («ID: -100…») beside an address: left out, no text holds it",
        [Oddity.NoAccount] = "an address of a shared host that names no account (an invitation, a video, the host alone): left out",
        [Oddity.NotAnAddress] = "not an address: left out",
        [Oddity.KeptFromFile] = "aliases or addresses that stand in the present file and not in the export: kept",
        [Oddity.OnlyInFile] = "entities that stand in the present file and not in the export",
    }.ToFrozenDictionary();

    public static string Text(Oddity oddity) => Texts[oddity];
}
