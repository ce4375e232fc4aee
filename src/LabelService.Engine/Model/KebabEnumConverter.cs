using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>Enums as the contract's kebab-case words. A word that is not one of them is refused with the list of those that are.</summary>
public sealed class KebabEnumConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var word = reader.TokenType == JsonTokenType.String ? reader.GetString()! : null;
        if (word is not null && Kebab<T>.TryParse(word, out var value))
        {
            return value;
        }

        var given = word is null ? $"a {reader.TokenType.ToString().ToLowerInvariant()}" : $"'{word}'";
        throw new ContractJsonException($"{given} is not one of: {string.Join(", ", Kebab<T>.Words)}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Kebab<T>.Word(value));
}

/// <summary>The contract's words for an enum, both ways.</summary>
public static class Kebab<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue =
        Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    private static readonly FrozenDictionary<string, T> ByWord =
        ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static IEnumerable<string> Words => Enum.GetValues<T>().Select(Word);

    public static string Word(T value) => ByValue[value];

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    /// <summary>Of a word that is known to be one, such as our own from the store.</summary>
    public static T Value(string word) => ByWord[word];
}

/// <summary>The one enum of the contract whose words are camelCase, because they name request fields (<c>publishedAt</c>).</summary>
public sealed class CamelEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
