using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelService.Engine.Model;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Checks;

/// <summary>Reads an answer back from the store.</summary>
internal static class StoredReport
{
    private static readonly JsonTypeInfo<CheckReport> ReportType = (JsonTypeInfo<CheckReport>)ContractJson.Wire.GetTypeInfo(typeof(CheckReport));

    public static RecordedCheck Read(byte[] stored)
    {
        var json = PackedJson.Unpack(stored);
        return new RecordedCheck(JsonSerializer.Deserialize(json, ReportType)!, json);
    }
}
