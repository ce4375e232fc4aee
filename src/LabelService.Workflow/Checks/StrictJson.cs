using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LabelService.Workflow.Checks;

/// <summary>Reads UTF-8 JSON into a record, or says in the contract's words where it is wrong.</summary>
internal static class StrictJson
{
    public static Answer<T> Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) where T : class
    {
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Refusal.Invalid("$", "must be a JSON object; the body is empty.");
        }

        try
        {
            if (JsonTextGuard.Fault(json) is { } fault)
            {
                return fault;
            }

            var value = JsonSerializer.Deserialize(json, type);
            return value is null ? Refusal.Invalid("$", "must be an object, not null.") : value;
        }
        catch (JsonException error)
        {
            return JsonFaults.Explain(error, json, type);
        }
    }
}
