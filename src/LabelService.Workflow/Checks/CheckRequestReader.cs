using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>Reads a check request from its bytes, strictly: what is not exactly JSON of the contract is refused with the place.</summary>
internal static class CheckRequestReader
{
    private static readonly JsonTypeInfo<CheckRequest> RequestType = (JsonTypeInfo<CheckRequest>)ContractJson.Wire.GetTypeInfo(typeof(CheckRequest));

    /// <summary>One that was read strictly before it was stored, for a third of the time.</summary>
    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public static CheckRequest ReadStored(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RequestType) ?? throw new InvalidDataException("A stored request is empty: the row is damaged.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("A stored request cannot be read: the row is damaged, or of a version whose requests are no longer read.", error);
        }
    }

    public static Answer<CheckRequest> Read(ReadOnlySpan<byte> json) => StrictJson.Read(json, RequestType);
}
