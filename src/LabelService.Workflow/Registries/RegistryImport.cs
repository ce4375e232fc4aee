using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>
/// Imports official exports into a registry: reads all, makes entities, joins them with the present file, proves that the result
/// loads, and only then puts it in place. Whatever is refused leaves the files as they were.
/// </summary>
internal sealed class RegistryImport(string folder, ImportOptions options)
{
    /// <summary>Below this share of its former entities a list is more likely cut off than shorter.</summary>
    private const double LeastShare = 0.8;

    /// <exception cref="ImportRefusedException">Nothing was imported; the message says why.</exception>
    public async Task<ImportReport> RunAsync(IReadOnlyList<string> paths, bool write, CancellationToken cancel)
    {
        var set = await ExportSet.ReadAsync(paths, options, cancel);
        var traits = FormatTraits.Of(set.Format);
        var id = options.Id ?? traits.Registry ?? throw new ImportRefusedException("say into which registry with --id, such as --id my-list.");
        var files = new RegistryFiles(folder, id);
        var present = Present(id, files);
        var report = new ImportReport { HadFile = present.Length > 0 };
        var drafts = Read(set, id, report);
        CheckSkipped(report);

        var recognised = new EntityRecognition(present).Pair(drafts.Select(d => d.Entity));
        CheckShrink(present, recognised.Count, drafts.Count);
        var entities = Join(drafts, present, recognised, options.Prefix ?? traits.Prefix, report);
        var table = RegistryTable.Write(entities);
        var note = files.ReadNote() is { } old ? RegistryNote.Updated(old, report.Retrieved, About(report)) : RegistryNote.New(traits, report.Retrieved, About(report));
        Prove(id, table, note);
        report.Entities = entities;
        report.Changes = RegistryDiff.Compare(present, entities);
        if (write)
        {
            files.Write(table, note);
        }

        return report;
    }

    /// <summary>The entities of exports alone, for a comparison.</summary>
    public static async Task<ImmutableArray<Entity>> EntitiesAsync(string path, ImportOptions options, CancellationToken cancel)
    {
        var set = await ExportSet.ReadAsync([path], options, cancel);
        var drafts = Read(set, "", new ImportReport());
        return [.. EntityIds.Assign(drafts, new Dictionary<Entity, Entity>(), options.Prefix ?? FormatTraits.Of(set.Format).Prefix)];
    }

    private static IReadOnlyList<Draft> Read(ExportSet set, string id, ImportReport report)
    {
        report.Retrieved = set.Taken;
        report.DayIsGuessed = set.DayIsGuessed;
        report.Formats = [.. set.Exports.Select(e => e.Format).Distinct()];
        foreach (var skipped in set.Exports.SelectMany(e => e.Skipped))
        {
            report.Add(new OddRow(Oddity.Skipped, skipped.File, skipped.Number, "", skipped.Why));
        }

        var maker = new DraftMaker(id, report);
        var isRussian = FormatTraits.Of(set.Format).IsRussian;
        var rows = set.Exports.SelectMany(e => e.Rows).ToList();
        report.RowsRead = rows.Count + set.Exports.Sum(e => e.Skipped.Length);
        var made = rows.Select(r => (Draft: maker.Make(r, isRussian), Row: r)).Where(m => m.Draft is not null).ToList();
        // A principal has a row for each of its registrants; everywhere else two rows of one name at a time are two bodies.
        var mergesNames = set.Format is ExportFormat.FaraPrincipalsCsv or ExportFormat.FaraPrincipalsJson;
        return new DraftJoiner(report).Join(made.Select(m => (m.Draft!, m.Row)), mergesNames);
    }

    private ImmutableArray<Entity> Present(string id, RegistryFiles files)
    {
        if (files.ReadTable() is not { } table)
        {
            return [];
        }

        var (registry, errors) = RegistryTable.Read(id, table, files.ReadNote() ?? RegistryFiles.AnyNote);
        return registry?.Entities ?? throw new ImportRefusedException(
            $"{files.Table} has errors ({errors[0].Line}:{errors[0].Column}: {errors[0].Message}); mend it first, for its ids must be kept, or import into another folder with --out.");
    }

    private ImmutableArray<Entity> Join(
        IReadOnlyList<Draft> drafts, ImmutableArray<Entity> present, IReadOnlyDictionary<Entity, Entity> recognised, string prefix, ImportReport report)
    {
        var known = recognised.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        var named = EntityIds.Assign(drafts, recognised, prefix);
        var carried = drafts.Zip(named, (draft, entity) => recognised.TryGetValue(draft.Entity, out var old) ? PresentFile.Carry(entity, old, report) : entity);
        var missing = PresentFile.Missing(present.Where(e => !known.Contains(e)), options.Missing, report.Retrieved, report);
        return [.. carried.Concat(missing).OrderBy(e => e.Listings[0].From).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private void CheckSkipped(ImportReport report)
    {
        if (report.RowsSkipped * 100.0 > options.MaxSkipped * report.RowsRead)
        {
            var some = report.Odd.Where(o => o.Oddity == Oddity.Skipped).Take(5).Select(o => $"{o.File}, row {o.Row}: {o.Detail}");
            throw new ImportRefusedException(
                $"{report.RowsSkipped} of {report.RowsRead} rows cannot be read, more than {options.MaxSkipped} %; nothing is imported. {string.Join("; ", some)}. Fetch the file again, or allow more with --max-skipped.");
        }
    }

    private void CheckShrink(ImmutableArray<Entity> present, int recognised, int read)
    {
        if (!options.AllowShrink && present.Length >= 50 && read < present.Length * LeastShare)
        {
            throw new ImportRefusedException(
                $"the present file has {present.Length} entities and the export {read} ({recognised} of them known); it looks cut off, so nothing is imported. Fetch it again, or say --allow-shrink.");
        }
    }

    private static void Prove(string id, string table, string note)
    {
        var (registry, errors) = RegistryTable.Read(id, table, note);
        if (registry is null)
        {
            throw new ImportRefusedException($"the result would not load, so nothing is imported: {string.Join("; ", errors.Take(3).Select(e => $"line {e.Line}: {e.Message}"))}");
        }
    }

    private static string About(ImportReport report) => $"Imported from {string.Join(", ", report.Formats.Select(f => Kebab<ExportFormat>.Word(f)))}, {report.RowsRead} rows";
}
