using System.Text.Json;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>Finds a value among an article's attributes by a path such as <c>advertiser.name</c>. An attribute of that whole name goes first.</summary>
internal static class AttributePath
{
    /// <returns>The value; null where it is absent or JSON's null.</returns>
    public static JsonElement? Find(IReadOnlyDictionary<string, JsonElement>? attributes, string path)
    {
        if (attributes is null)
        {
            return null;
        }

        if (attributes.TryGetValue(path, out var whole))
        {
            return Set(whole);
        }

        var names = path.Split('.');
        if (!attributes.TryGetValue(names[0], out var value))
        {
            return null;
        }

        foreach (var name in names.Skip(1))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return Set(value);
    }

    private static JsonElement? Set(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : value;
}
