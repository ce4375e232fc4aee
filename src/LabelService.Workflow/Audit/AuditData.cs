using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LabelService.Workflow.Audit;

/// <summary>Writes what was before and after.</summary>
internal static class AuditData
{
    public static byte[] Of(JsonObject? before, JsonObject? after)
    {
        var data = new JsonObject();
        if (before is not null)
        {
            data["before"] = before;
        }

        if (after is not null)
        {
            data["after"] = after;
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            data.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    /// <summary>Each check that was stored together, a line each, by the columns of <c>checks</c> that nothing may change.</summary>
    public static byte[] OfChecks(IEnumerable<string> lines)
    {
        var all = new JsonArray();
        foreach (var line in lines)
        {
            all.Add(JsonValue.Create(line));
        }

        return Of(null, new JsonObject { ["checks"] = all });
    }

    public static string CheckLine(string id, string site, string keyId, string contentHash, string verdict, string rulesetVersion, long createdAt) =>
        $"{id} {site} {keyId} {contentHash} {verdict} {rulesetVersion} {createdAt}";
}
