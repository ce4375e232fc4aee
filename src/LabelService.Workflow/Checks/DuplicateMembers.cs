using System.Text.Json;

namespace LabelService.Workflow.Checks;

/// <summary>Finds a member that an object holds twice: readers disagree about which one counts.</summary>
internal static class DuplicateMembers
{
    /// <param name="json">Well-formed JSON.</param>
    /// <returns>The path of the second one, or null.</returns>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var path = new JsonPathTracker();
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            path.Follow(ref reader);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                    return path.ToString();
            }
        }

        return null;
    }
}
