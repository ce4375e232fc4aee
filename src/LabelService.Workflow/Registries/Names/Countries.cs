using System.Collections.Frozen;
using System.Text.RegularExpressions;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>Countries as registers write them, with their ISO 3166-1 codes: those that the lists hold, in the cases in which they stand.</summary>
internal static partial class Countries
{
    private static readonly FrozenDictionary<string, string> Codes = Read("""
        AM армения|республика армения|armenia
        AT австрия|austria
        AU австралия|australia
        AZ азербайджан|азербайджанская республика|azerbaijan
        BE бельгия|королевство бельгия|belgium
        BG болгария|республика болгария|bulgaria
        BY беларусь|республика беларусь|belarus
        CA канада|canada
        CH швейцария|швейцарская конфедерация|switzerland
        CN китай|кнр|china
        CY кипр|республика кипр|cyprus
        CZ чехия|чешская республика|czech republic|czechia
        DE германия|фрг|федеративная республика германия|германии|germany
        DK дания|королевство дания|denmark
        EE эстония|эстонская республика|эстонской республике|estonia
        ES испания|королевство испания|spain
        FI финляндия|финляндская республика|finland
        FR франция|французская республика|france
        GB великобритания|соединенное королевство великобритании и северной ирландии|united kingdom|great britain
        GE грузия|georgia
        GR греция|greece
        HR хорватия|croatia
        HU венгрия|hungary
        IE ирландия|ireland
        IL израиль|государство израиль|israel
        IS исландия|iceland
        IT италия|итальянская республика|italy
        JP япония|japan
        KG киргизия|кыргызская республика|kyrgyzstan
        KR республика корея|южная корея|korea south
        KZ казахстан|республика казахстан|kazakhstan
        LI лихтенштейн|liechtenstein
        LT литва|литовская республика|литовской республике|lithuania
        LU люксембург|luxembourg
        LV латвия|латвийская республика|латвийской республике|latvia
        MD молдавия|молдова|республика молдова|moldova
        ME черногория|montenegro
        MT мальта|malta
        NL нидерланды|королевство нидерландов|королевстве нидерландов|нидерландах|netherlands
        NO норвегия|королевство норвегия|norway
        PL польша|республика польша|poland
        PT португалия|portugal
        RO румыния|romania
        RS сербия|республика сербия|serbia
        RU россия|российская федерация|russia
        SE швеция|королевство швеция|sweden
        SI словения|slovenia
        SK словакия|slovakia
        TJ таджикистан|tajikistan
        TM туркменистан|turkmenistan
        TR турция|турецкая республика|turkey
        UA украина|ukraine
        US сша|соединенные штаты америки|американская|united states of america|united states
        UZ узбекистан|республика узбекистан|uzbekistan
        """);

    public static string? Code(string country) => Codes.GetValueOrDefault(NameKey.Of(country));

    /// <summary>Takes «, США», «(ФРГ)» or «(Германия, an address)» from the end of a name.</summary>
    public static (string Name, string? Code) CutLast(string name)
    {
        var match = Last().Match(name);
        return match.Success && Code(match.Groups[1].Value) is { } code ? (name[..match.Index].TrimEnd(' ', ','), code)
            : AfterQuote().Match(name) is { Success: true } bare && Code(bare.Groups[1].Value) is { } other ? (name[..bare.Groups[1].Index].TrimEnd(' ', ','), other)
            : (name, null);
    }

    /// <summary>The country of «зарегистрированное в Латвийской Республике».</summary>
    public static string? InProse(string text) =>
        Founded().Match(text) is { Success: true } place
            ? place.Groups[1].Value.Split(',').Append(place.Groups[1].Value).Select(Code).FirstOrDefault(c => c is not null)
            : null;

    private static FrozenDictionary<string, string> Read(string table) =>
        table.Split('\n').SelectMany(line => line[3..].Split('|').Select(name => (Name: NameKey.Of(name), Code: line[..2])))
            .ToFrozenDictionary(p => p.Name, p => p.Code, StringComparer.Ordinal);

    [GeneratedRegex(@"(?:,\s*|\s*\()(\p{L}[\p{L} -]+)(?:,[^()]*)?\)?\s*$")]
    private static partial Regex Last();

    [GeneratedRegex(@"[»)]\s+(\p{L}[\p{L} -]+)$")]
    private static partial Regex AfterQuote();

    [GeneratedRegex(@"зарегистрированн\p{L}+ в ([\p{L} ]+(?:, \p{L}+ [Рр]еспублика)?)")]
    private static partial Regex Founded();
}
