using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>
/// A time as it was written: with an offset, without one (then it is local to the ruleset's time zone), or a bare day.
/// Kept as written so that no machine's own time zone ever enters an answer.
/// </summary>
[JsonConverter(typeof(MomentConverter))]
public readonly record struct Moment(DateTime Local, TimeSpan? Offset, bool IsDay)
{
    private static readonly string[] LocalForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>The calendar day on which this moment falls in <paramref name="zone"/>.</summary>
    public DateOnly DayIn(TimeZoneInfo zone) => Offset is { } offset
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(Local, offset), zone).DateTime)
        : DateOnly.FromDateTime(Local);

    public static bool TryParse(string text, out Moment moment)
    {
        moment = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = new Moment(day.ToDateTime(TimeOnly.MinValue), null, true);
            return true;
        }

        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            moment = new Moment(local, null, false);
            return true;
        }

        // The offset is asked for by form: the framework would otherwise assume the machine's own.
        var hasOffset = text.Length > 16 && text[10] == 'T' && (text[^1] == 'Z' || text[^1] == 'z' || text.AsSpan(16).IndexOfAny('+', '-') >= 0);
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var full)
            // Close to the ends of the calendar a change of zone would leave it.
            && full.Year is > 1 and < 9999)
        {
            moment = new Moment(DateTime.SpecifyKind(full.DateTime, DateTimeKind.Unspecified), full.Offset, false);
            return true;
        }

        return false;
    }

    public override string ToString()
    {
        if (IsDay)
        {
            return Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var time = Local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => time,
            { Ticks: 0 } => time + "Z",
            { } o => string.Create(CultureInfo.InvariantCulture, $"{time}{(o < TimeSpan.Zero ? '-' : '+')}{o:hh\\:mm}"),
        };
    }
}

internal sealed class MomentConverter : JsonConverter<Moment>
{
    public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new ContractJsonException("must be a string such as \"2023-02-07T09:00:00Z\".");
        return Moment.TryParse(text, out var moment)
            ? moment
            : throw new ContractJsonException($"'{Shown.Short(text)}' is not a time; write it in ISO 8601, such as \"2023-02-07T09:00:00Z\" or \"2023-02-07\".");
    }

    public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new ContractJsonException("must be a day as a string, such as \"2023-02-07\".");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ContractJsonException($"'{Shown.Short(text)}' is not a day of the calendar; write it as year-month-day, such as \"2023-02-07\".");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>A caller's own words inside one of our messages: never longer than a glance.</summary>
internal static class Shown
{
    public static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
