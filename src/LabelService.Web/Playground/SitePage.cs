using System.Globalization;

namespace LabelService.Web.Playground;

/// <summary>What every page of the site is rendered from: its language, its colours and its words.</summary>
internal abstract record SitePage(PageLook Look)
{
    public string Language => Look.Language;

    public string Theme => Look.Theme;

    /// <summary>The text of <paramref name="key"/> in the page's language.</summary>
    /// <exception cref="KeyNotFoundException">No such text: a fault of the page, which a test finds.</exception>
    public string Text(string key) => PlaygroundTexts.Strings(Language)[key];

    /// <summary>The same with its <c>{places}</c> filled.</summary>
    public string Text(string key, params ReadOnlySpan<(string Place, string Value)> values)
    {
        var text = Text(key);
        foreach (var (place, value) in values)
        {
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The form of a key that goes with a number (Unicode CLDR, plural rules of English and Russian).</summary>
    public string Count(string key, int number) => Text($"{key}.{Plural(number)}", ("count", number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>«7 февраля 2023», "7 February 2023".</summary>
    public string Day(DateOnly day) => $"{day.Day} {Text("date.months").Split(' ')[day.Month - 1]} {day.Year}";

    /// <summary>«7 февраля 2023, 09:05 UTC».</summary>
    public string Moment(DateTimeOffset at) =>
        $"{Day(DateOnly.FromDateTime(at.UtcDateTime))}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    private string Plural(int number) => Language == PageLanguages.Russian
        ? (number % 10, number % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        }
        : number == 1 ? "one" : "other";
}
