using System.Text.Json;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>Reads JSON exports, with a message where they are cut off.</summary>
internal static class JsonTrees
{
    public static T Read<T>(SourceFile file, Func<JsonElement, T> read)
    {
        try
        {
            using var tree = JsonDocument.Parse(file.Text, new JsonDocumentOptions { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return read(tree.RootElement);
        }
        catch (JsonException error)
        {
            throw new ImportRefusedException($"{file.Name}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: the JSON is broken or cut off here. Fetch the file again.");
        }
    }

    /// <summary>A member as text, the first of these names that it has.</summary>
    public static string Text(this JsonElement row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }

        return "";
    }
}
