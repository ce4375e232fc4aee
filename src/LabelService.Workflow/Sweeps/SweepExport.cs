using System.Text.Json;
using CsvHelper;
using LabelService.Engine.Model;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Sweeps;

/// <summary>The results of a sweep as a file: one line for each difference of each article.</summary>
internal static class SweepExport
{
    private static readonly string[] Columns = ["site", "externalId", "url", "effects", "state", "what", "name", "rule", "jurisdiction", "subject", "before", "after"];
    private static readonly Difference Unknown = new(DifferenceKind.Disclosure, "", null, null, null, null, null);

    /// <param name="format"><c>csv</c> or <c>jsonl</c>.</param>
    public static async Task WriteAsync(SweepResults results, string format, TextWriter output, CancellationToken cancel)
    {
        if (format == "jsonl")
        {
            await foreach (var result in results.Rows.WithCancellation(cancel))
            {
                await output.WriteAsync($"{JsonSerializer.Serialize(result, SweepJson.Default.SweepResult)}\n");
            }

            return;
        }

        // A spreadsheet runs what looks like a formula: such cells get an apostrophe.
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { Injection = CsvInjection.Escape }, true);
        await csv.WriteRecordAsync(Columns);
        await foreach (var result in results.Rows.WithCancellation(cancel))
        {
            foreach (var d in result.Differences.IsEmpty ? [Unknown] : result.Differences)
            {
                await csv.WriteRecordAsync(
                [
                    result.Site, result.ExternalId, result.Url, string.Join(' ', result.Effects), Kebab<SweepResultState>.Word(result.State),
                    d == Unknown ? "" : Kebab<DifferenceKind>.Word(d.Kind), d.Name, d.Rule, d.Jurisdiction, d.Subject, d.Before, d.After,
                ]);
            }
        }
    }
}
