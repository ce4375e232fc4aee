using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;

namespace LabelService.Workflow.Audit;

/// <summary>The audit as files that other tools read.</summary>
internal static class AuditExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task LinesAsync(IAsyncEnumerable<AuditLine> rows, TextWriter output)
    {
        await foreach (var row in rows)
        {
            var data = row.Data is { } json ? JsonNode.Parse(json) : null;
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new { row.Seq, row.At, row.ActorKind, row.ActorId, row.ActorName, row.Site, row.What, row.Subject, Data = data, row.Hash }, Json));
        }
    }

    /// <summary>A spreadsheet runs what looks like a formula: such cells get an apostrophe.</summary>
    public static async Task CsvAsync(IAsyncEnumerable<AuditLine> rows, TextWriter output)
    {
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, true);
        await csv.WriteRecordAsync(["seq", "at", "actorKind", "actorId", "actorName", "site", "what", "subject", "data", "hash"]);
        await foreach (var row in rows)
        {
            await csv.WriteRecordAsync(
            [
                row.Seq.ToString(CultureInfo.InvariantCulture), row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), row.ActorKind, row.ActorId,
                row.ActorName, row.Site ?? "", row.What, row.Subject, row.Data ?? "", row.Hash,
            ]);
        }
    }
}
