using System.Collections.Immutable;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>The files of a registry on the disk.</summary>
internal sealed class RegistryFiles(string folder, string id)
{
    /// <summary>Stands in for a note where only the table is looked at.</summary>
    public const string AnyNote = "title: { en: none }\njurisdiction: any\n";

    public string Table => Path.Combine(folder, $"{id}.csv");

    public string Note => Path.Combine(folder, $"{id}.yaml");

    public string? ReadTable() => File.Exists(Table) ? File.ReadAllText(Table, Encoding.UTF8) : null;

    public string? ReadNote() => File.Exists(Note) ? File.ReadAllText(Note, Encoding.UTF8) : null;

    /// <returns>A registry's table with all that is wrong in it, or null where the file is no such table.</returns>
    public static (Registry? Registry, ImmutableArray<RuleFileError> Errors)? ReadRegistry(string table)
    {
        if (!File.Exists(table) || !table.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = File.ReadAllText(table, Encoding.UTF8);
        return text.StartsWith("id,kind,name,", StringComparison.Ordinal)
            ? RegistryTable.Read(Path.GetFileNameWithoutExtension(table), text, AnyNote)
            : null;
    }

    /// <summary>
    /// Puts both in place, each by a rename, so that a reader sees the old file or the new one. The table comes first: should the
    /// machine stop in between, the list passes for older than it is, never for newer.
    /// </summary>
    public void Write(string table, string note)
    {
        Directory.CreateDirectory(folder);
        var (newTable, newNote) = (Hidden(Table), Hidden(Note));
        try
        {
            WriteWhole(newTable, table);
            WriteWhole(newNote, note);
            File.Move(newTable, Table, overwrite: true);
            File.Move(newNote, Note, overwrite: true);
        }
        finally
        {
            File.Delete(newTable);
            File.Delete(newNote);
        }
    }

    /// <summary>A name that the service does not read as a rule file.</summary>
    private static string Hidden(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.importing");

    private static void WriteWhole(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(new UTF8Encoding(false).GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
