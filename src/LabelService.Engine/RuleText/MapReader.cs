using System.Collections.Immutable;
using System.Globalization;
using LabelService.Engine.Model;

namespace LabelService.Engine.RuleText;

/// <summary>Takes typed values out of a mapping; everything that does not fit becomes an error with its place and what would be right.</summary>
internal sealed class MapReader
{
    private readonly MapNode _map;

    /// <param name="what">What the mapping is, for messages: "a rule", "the entity condition".</param>
    /// <param name="keys">The keys it may have; any other is an error with the nearest of these.</param>
    public MapReader(MapNode map, Told what, IReadOnlyCollection<string> keys, FileErrors errors)
    {
        (_map, What, Errors) = (map, what, errors);
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key.Value)))
        {
            errors.Add(entry.Key.Position, "unknown-key", $"{what} has no key '{Words.Short(entry.Key.Value)}'; {AfterComma(entry) ?? Words.Hint(entry.Key.Value, keys)}");
        }
    }

    public Told What { get; }
    public FileErrors Errors { get; }
    public Position Position => _map.Position;

    public bool Has(string key) => Get(key) is not null;

    /// <summary>The value of a key; null where it is absent or empty.</summary>
    public Node? Get(string key) => _map.Find(key)?.Value is { } value && value is not TextNode { IsEmpty: true } ? value : null;

    public Node? Required(string key, string example)
    {
        if (Get(key) is { } value)
        {
            return value;
        }

        var at = _map.Find(key)?.Key.Position ?? Position;
        Errors.Add(at, "missing-key", $"{What} lacks '{key}'; write for example '{key}: {example}'");
        return null;
    }

    public string? Text(string key, int longest = 500) => Text(Get(key), key, longest);

    public string? RequiredText(string key, string example, int longest = 500) => Text(Required(key, example), key, longest);

    public Position At(string key) => Get(key)?.Position ?? Position;

    public bool Flag(string key, bool otherwise = false)
    {
        switch (Text(key))
        {
            case null:
                return otherwise;
            case "true" or "on" or "yes":
                return true;
            case "false" or "off" or "no":
                return false;
            case var other:
                Errors.Add(At(key), "flag", $"'{key}' is '{Words.Short(other)}'; write true or false");
                return otherwise;
        }
    }

    public DateOnly? Day(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Errors.Add(At(key), "day", $"'{Words.Short(text)}' is not a day of the calendar; write '{key}' as year-month-day, such as 2022-12-01");
        return null;
    }

    public double? Number(string key, double least, double most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Told right = least > double.MinValue ? (Told)$"write a number from {least} to {most}" : "write a number such as 10 or 0.5";
        Errors.Add(At(key), "number", $"'{key}' is '{Words.Short(text)}'; {right}");
        return null;
    }

    public int? Whole(string key, int least, int most)
    {
        if (Number(key, least, most) is not { } number)
        {
            return null;
        }

        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        Errors.Add(At(key), "number", $"'{key}' must be a whole number from {least} to {most}");
        return null;
    }

    /// <summary>One of an enum's kebab-case words.</summary>
    public T? Word<T>(string key) where T : struct, Enum => Get(key) is { } node ? Word<T>(node, key) : null;

    /// <summary>One or several of an enum's words: a word, or a list of words.</summary>
    public ImmutableArray<T> WordList<T>(string key) where T : struct, Enum =>
        [.. Nodes(key).Select(n => Word<T>(n, key)).OfType<T>()];

    /// <summary>One or several texts: a text, or a list of texts.</summary>
    public ImmutableArray<string> Texts(string key, int longest = 500) => [.. TextNodes(key, longest).Select(n => n.Value)];

    public ImmutableArray<TextNode> TextNodes(string key, int longest = 500) =>
        [.. Nodes(key).Select(n => Text(n, key, longest) is null ? null : n as TextNode).OfType<TextNode>()];

    /// <summary>The items of a list, or the one value that stands in its place.</summary>
    public ImmutableArray<Node> Nodes(string key) => Get(key) switch
    {
        null => [],
        ListNode { Items.IsEmpty: true } list => Empty(list, key),
        ListNode list => list.Items,
        var one => [one],
    };

    public MapReader? Map(string key, Told what, IReadOnlyCollection<string> keys)
    {
        switch (Get(key))
        {
            case null:
                return null;
            case MapNode map:
                return new MapReader(map, what, keys, Errors);
            case var other:
                Errors.Add(other.Position, "shape", $"'{key}' is {other.Shape}; it must be a mapping with {string.Join(", ", keys)}");
                return null;
        }
    }

    /// <summary>Texts by language, such as <c>{ en: …, ru: … }</c>; one text alone is English.</summary>
    public ImmutableSortedDictionary<string, string> ByLanguage(string key, int longest = 500) =>
        ByLanguageNodes(key, longest).ToImmutableSortedDictionary(p => p.Key, p => p.Value.Value, StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, TextNode> ByLanguageNodes(string key, int longest)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, TextNode>(StringComparer.Ordinal);
        switch (Get(key))
        {
            case null:
                break;
            case TextNode text:
                texts["en"] = text;
                break;
            case MapNode map:
                foreach (var entry in map.Entries)
                {
                    AddLanguage(texts, entry, key, longest);
                }

                break;
            case var other:
                Errors.Add(other.Position, "shape", $"'{key}' is {other.Shape}; write texts by language, such as {{ en: …, ru: … }}");
                break;
        }

        return texts.ToImmutable();
    }

    private void AddLanguage(ImmutableSortedDictionary<string, TextNode>.Builder texts, MapEntry entry, string key, int longest)
    {
        if (!Languages.IsTag(entry.Key.Value))
        {
            Errors.Add(entry.Key.Position, "language", $"'{Words.Short(entry.Key.Value)}' is not a language; {AfterComma(entry) ?? "write a BCP 47 code such as en or ru"}");
        }
        else if (Text(entry.Value, $"{key}.{entry.Key.Value}", longest) is not null)
        {
            texts[entry.Key.Value] = (TextNode)entry.Value;
        }
    }

    /// <summary>Inside braces a comma ends a value, and the rest of the sentence looks like a key without one.</summary>
    private static Told? AfterComma(MapEntry entry) => entry.Value is TextNode { IsEmpty: true } && entry.Key.Value.Contains(' ', StringComparison.Ordinal)
        ? (Told)"inside { } a comma ends the text: put the whole text in quotes"
        : null;

    private string? Text(Node? node, string key, int longest)
    {
        switch (node)
        {
            case null:
                return null;
            case TextNode text when text.Value.Length > longest:
                Errors.Add(text.Position, "too-long", $"'{key}' has {text.Value.Length} characters; at most {longest} are allowed");
                return null;
            case TextNode text when text.Value.Contains('\0', StringComparison.Ordinal):
                Errors.Add(text.Position, "character", $"'{key}' holds a NUL character; remove it");
                return null;
            case TextNode text:
                return text.Value;
            default:
                Errors.Add(node.Position, "shape", $"'{key}' is {node.Shape}; it must be one text");
                return null;
        }
    }

    private T? Word<T>(Node node, string key) where T : struct, Enum
    {
        if (Text(node, key, 500) is not { } text)
        {
            return null;
        }

        if (Kebab<T>.TryParse(text, out var value))
        {
            return value;
        }

        Errors.Add(node.Position, "unknown-word", $"'{key}' is '{Words.Short(text)}'; {Words.Hint(text, Kebab<T>.Words)}");
        return null;
    }

    private ImmutableArray<Node> Empty(ListNode list, string key)
    {
        Errors.Add(list.Position, "empty-list", $"'{key}' is an empty list; name at least one, or remove the key");
        return [];
    }
}
