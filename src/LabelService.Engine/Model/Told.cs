using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>
/// A sentence for a person in every language of the product: an English format and what fills it. It is written as an interpolated
/// string, <c>Told why = $"there is no rule '{id}'"</c>; whatever fills it that is itself told is translated too. The Russian formats
/// stand in <c>messages.ru.json</c>; a test reads every format out of the compiled code and asks for its Russian.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(ToldJson))]
public sealed class Told : IEquatable<Told>
{
    private readonly StringBuilder _format;
    private readonly List<Hole> _holes;

    /// <summary>The compiler calls this and the three methods below while it makes a sentence, and nobody else does.</summary>
    public Told(int literalLength, int formattedCount) =>
        (_format, _holes) = (new StringBuilder(literalLength + (4 * formattedCount)), new List<Hole>(formattedCount));

    public void AppendLiteral(string value) =>
        _format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        _format.Append('{').Append(_holes.Count).Append('}');
        _holes.Add(new Hole(value, format));
    }

    /// <summary>The English sentence with <c>{0}</c>, <c>{1}</c>, … where something fills it: its key in a catalogue.</summary>
    public string Format => _format.ToString();

    /// <summary>A sentence without holes. Only for a literal: a text made at run time would be in no catalogue, and a test refuses it.</summary>
    public static implicit operator Told(string literal) => FromText(literal);

    /// <summary>A sentence that a library wrote: translated where the catalogue knows it, else in the library's English.</summary>
    public static Told FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var told = new Told(text.Length, 0);
        told.AppendLiteral(text);
        return told;
    }

    /// <param name="language">A BCP 47 code; a language other than Russian gets English.</param>
    public string In(string? language)
    {
        var russian = language is not null && (language == "ru" || language.StartsWith("ru-", StringComparison.OrdinalIgnoreCase));
        var format = russian ? MessageCatalogue.Russian.GetValueOrDefault(Format) : null;
        return MessageFormat.Fill(format ?? Format, [.. _holes.Select(h => h.In(format is null ? null : "ru"))]);
    }

    /// <summary>The English sentence.</summary>
    public override string ToString() => In(null);

    public bool Equals(Told? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Told);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private readonly record struct Hole(object? Value, string? Format)
    {
        public string In(string? language) => Value switch
        {
            Told told => told.In(language),
            IFormattable number => number.ToString(Format, CultureInfo.InvariantCulture),
            _ => Value?.ToString() ?? "",
        };
    }
}
