using System.Collections.Immutable;
using System.Text.Json;

namespace LabelService.Workflow.Audit;

/// <summary>Reads back what <see cref="AuditData"/> wrote.</summary>
internal static class AuditReading
{
    public static ImmutableArray<string> Checks(byte[] json)
    {
        using var data = JsonDocument.Parse(json);
        return [.. data.RootElement.GetProperty("after").GetProperty("checks").EnumerateArray().Select(c => c.GetString()!)];
    }

    public static ImmutableArray<long> ErasedRows(byte[] json)
    {
        using var data = JsonDocument.Parse(json);
        return [.. data.RootElement.GetProperty("after").GetProperty("rows").EnumerateArray().Select(r => r.GetInt64())];
    }
}
