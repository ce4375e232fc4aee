using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>Reads a check request from its bytes, strictly: what is not exactly JSON of the contract is refused with the place.</summary>
internal static class CheckRequestReader
{
    private static readonly JsonTypeInfo<CheckRequest> RequestType = (JsonTypeInfo<CheckRequest>)ContractJson.Wire.GetTypeInfo(typeof(CheckRequest));

    public static Answer<CheckRequest> Read(ReadOnlySpan<byte> json) => StrictJson.Read(json, RequestType);
}
