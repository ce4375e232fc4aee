using System.Text.Json;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Articles;

/// <summary>Writes labels by the same options as the contract's own records.</summary>
internal static class LabelsJson
{
    private static readonly JsonSerializerOptions Options = Make();

    public static byte[] Write(CurrentLabels labels) => JsonSerializer.SerializeToUtf8Bytes(labels, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(ContractJson.Wire);
        options.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        return options;
    }
}
