using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>
/// Says in the contract's words what the serializer found wrong. Its own messages name types of ours and are never shown; those of our
/// converters are, and are exceptions of their own.
/// </summary>
internal static class JsonFaults
{
    private const int MaximumPath = 200;

    public static Refusal Explain(JsonException error, ReadOnlySpan<byte> json, JsonTypeInfo root)
    {
        if (Malformed(json) is { } malformed)
        {
            return malformed;
        }

        if (DuplicateMembers.Find(json) is { } twice)
        {
            return Refusal.Invalid(Short(twice), "stands there twice; leave one.");
        }

        var path = error.Path ?? "$";
        if (error is ContractJsonException)
        {
            return Refusal.Invalid(Short(path), error.Message);
        }

        // Only messages are read here, so a second parse costs nothing that matters.
        using var document = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { MaxDepth = ContractJson.MaxDepth });
        var (value, type) = Follow(path, document.RootElement, root);
        return Missing(path, value, type) ?? Refusal.Invalid(Short(path), $"must be {Wanted(type?.Type)}, not {Given(value)}.");
    }

    /// <summary>Whether it is JSON at all, and nested no deeper than the contract allows.</summary>
    private static Refusal? Malformed(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ContractJson.MaxDepth });
        var path = new JsonPathTracker();
        try
        {
            while (reader.Read())
            {
                path.Follow(ref reader);
            }

            return null;
        }
        catch (JsonException error) when (path.Depth == ContractJson.MaxDepth && error.Message.Contains("depth", StringComparison.Ordinal))
        {
            return Refusal.Invalid(Short(path.ToString()), $"is nested deeper than {ContractJson.MaxDepth} levels.");
        }
        catch (JsonException error)
        {
            var place = $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
            return Refusal.Invalid(
                ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("$", [$"is not JSON: {Reason(error)} ({place})."]), "malformed-json");
        }
    }

    private static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.', ' ');
        return text.Contains("Change the reader options", StringComparison.Ordinal) ? "a comma stands before a closing bracket" : text;
    }

    private static Refusal? Missing(string path, JsonElement? value, JsonTypeInfo? type)
    {
        if (type is not { Kind: JsonTypeInfoKind.Object } || value is not { ValueKind: JsonValueKind.Object } given)
        {
            return null;
        }

        var missing = type.Properties.Where(p => p.IsRequired && !given.TryGetProperty(p.Name, out _)).ToList();
        return missing.Count == 0 ? null : Refusal.Invalid(missing.ToImmutableSortedDictionary(
            p => $"{path}.{p.Name}", _ => ImmutableArray.Create("is required.")));
    }

    /// <summary>Walks a path of the serializer (<c>$.article.authors[0].name</c>) through the JSON and the types at once.</summary>
    private static (JsonElement? Value, JsonTypeInfo? Type) Follow(string path, JsonElement value, JsonTypeInfo? type)
    {
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (step.EndsWith(']'))
            {
                if (!int.TryParse(step.AsSpan(0, step.Length - 1), out var index) || value.ValueKind != JsonValueKind.Array || index >= value.GetArrayLength())
                {
                    return (null, null);
                }

                value = value[index];
                type = Info(type, type?.ElementType);
                continue;
            }

            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step, out value))
            {
                return (null, null);
            }

            type = Info(type, type?.Properties.FirstOrDefault(p => p.Name == step)?.PropertyType);
        }

        return (value, type);
    }

    private static JsonTypeInfo? Info(JsonTypeInfo? from, Type? type) =>
        type is null ? null : from!.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static string Wanted(Type? type)
    {
        return type switch
        {
            null => "what the contract says",
            _ when type == typeof(string) => "a string",
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(double) || type == typeof(int) => "a number",
            _ when type.IsEnum => "one of the contract's words",
            _ when !type.Name.Contains("Dictionary", StringComparison.Ordinal) && type.IsAssignableTo(typeof(IEnumerable)) => "a list",
            _ => "an object",
        };
    }

    private static string Given(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "this",
    };

    private static string Short(string path) => path.Length <= MaximumPath ? path : string.Concat(path.AsSpan(0, MaximumPath), "…");
}
