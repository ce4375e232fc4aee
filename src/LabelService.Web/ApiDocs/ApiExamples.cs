using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace LabelService.Web.ApiDocs;

/// <summary>The examples of the OpenAPI document: one invented paper through all calls. They lie beside this file as JSON.</summary>
internal static class ApiExamples
{
    private static readonly JsonObject All = Load();

    /// <param name="path">As in the route, such as <c>/v1/checks/{id}</c>.</param>
    public static (JsonNode? Request, JsonNode? Response) Of(string method, string path)
    {
        var example = All[$"{method} {path}"];
        return (example?["request"]?.DeepClone(), example?["response"]?.DeepClone());
    }

    public static JsonNode Problem(int status) => All["problems"]?[$"{status}"]?.DeepClone() ?? new JsonObject
    {
        ["type"] = "about:blank",
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["status"] = status,
        ["detail"] = "What is wrong and what would be right.",
        ["code"] = "a-stable-code",
        ["traceId"] = "0HN…",
    };

    private static JsonObject Load()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
