using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelService.Workflow.Teaching;

/// <summary>Why a rule was braked, in numbers, so that each page tells it in its own language.</summary>
internal sealed record BrakeFigures(long Upheld, long Decided, double Limit)
{
    /// <summary>What <see cref="Reviews.BrakeRow.Reason"/> keeps.</summary>
    public string Write() => Json().ToJsonString();

    public JsonObject Json() => new() { ["upheld"] = Upheld, ["decided"] = Decided, ["limit"] = Limit };

    /// <returns>Null where the reason was written by something else.</returns>
    public static BrakeFigures? Read(string reason)
    {
        try
        {
            return JsonSerializer.Deserialize<BrakeFigures>(reason, JsonSerializerOptions.Web) is { Decided: > 0 } figures ? figures : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
