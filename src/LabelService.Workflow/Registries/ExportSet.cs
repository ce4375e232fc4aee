using System.Collections.Immutable;
using LabelService.Workflow.Registries.Formats;

namespace LabelService.Workflow.Registries;

/// <summary>Files that are one list together: pages of 1,000 rows, or active and ended ones.</summary>
/// <param name="DayIsGuessed">Whether only the time of a file tells when the list was taken: a copy passes for a fresh list.</param>
internal sealed record ExportSet(ImmutableArray<Export> Exports, DateOnly Taken, bool DayIsGuessed)
{
    public ExportFormat Format => Exports[0].Format;

    /// <exception cref="ImportRefusedException">A file is broken, the files are of two kinds, or a page is missing.</exception>
    public static async Task<ExportSet> ReadAsync(IReadOnlyList<string> paths, ImportOptions options, CancellationToken cancel)
    {
        var exports = ImmutableArray.CreateBuilder<Export>();
        var days = new List<DateOnly>();
        var isGuessed = false;
        foreach (var path in paths)
        {
            var file = await SourceFile.ReadAsync(path, cancel);
            var known = options.Retrieved ?? ExportDates.InFileName(path);
            var day = known ?? file.Modified;
            var export = ExportReader.Read(file, new ReadingOptions(options.Format, day, options.Columns, options.Only));
            exports.Add(export);
            days.Add(options.Retrieved ?? export.Taken ?? day);
            isGuessed |= known is null && export.Taken is null;
        }

        var set = new ExportSet(exports.ToImmutable(), days.Max(), isGuessed);
        set.CheckWhole(paths);
        return set;
    }

    private void CheckWhole(IReadOnlyList<string> paths)
    {
        var traits = FormatTraits.Of(Format);
        if (Exports.FirstOrDefault(e => FormatTraits.Of(e.Format) != traits) is { } other)
        {
            throw new ImportRefusedException($"{paths[0]} is {Format} and {paths[Exports.IndexOf(other)]} is {other.Format}; import files of one list together, and two lists one after the other.");
        }

        var rows = Exports.Sum(e => e.Rows.Length + e.Skipped.Length);
        if (rows == 0)
        {
            throw new ImportRefusedException($"{string.Join(", ", paths)}: there is no row in it. Fetch it again.");
        }

        if (Exports.Max(e => e.Promised) is { } promised && rows < promised)
        {
            throw new ImportRefusedException($"the list has {promised} rows and the files {rows}; fetch the next page too (\"offset\": {rows}) and name all pages in one import.");
        }
    }
}
