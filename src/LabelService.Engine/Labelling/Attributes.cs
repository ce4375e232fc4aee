using System.Text.Json;
using LabelService.Engine.Model;

namespace LabelService.Engine.Labelling;

/// <summary>Looks paths such as <c>attributes.erid</c> up in an article.</summary>
internal static class Attributes
{
    public static bool Has(Article article, string path)
    {
        var parts = path.Split('.');
        if (parts.Length < 2 || parts[0] != "attributes" || article.Attributes is not { } attributes || !attributes.TryGetValue(parts[1], out var value))
        {
            return false;
        }

        foreach (var part in parts.Skip(2))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
            {
                return false;
            }
        }

        return value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            && !(value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()));
    }
}
