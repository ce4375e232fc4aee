using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Storage;

/// <summary>Copies of the SQLite file: made while the service writes, put back while it does not.</summary>
internal sealed class StoreCopies(IOptions<StorageOptions> options)
{
    private const string Unfinished = ".unfinished";
    private static readonly string[] Beside = ["-wal", "-shm"];

    /// <returns>A refusal, or null when the copy is on disk.</returns>
    public async Task<Refusal?> BackupAsync(string file, CancellationToken cancel)
    {
        if (Refused("pg_dump --format=custom --file=FILE DATABASE") is { } refusal)
        {
            return refusal;
        }

        if (File.Exists(file))
        {
            return Refusal.Invalid(file, "is there already; name a file that is not.");
        }

        // Whole or not there: what a stopped copy leaves has another name.
        var unfinished = file + Unfinished;
        File.Delete(unfinished);
        await Task.Run(() => Copy(options.Value.Prepared(), Connection(unfinished)), cancel);
        File.Move(unfinished, file);
        return null;
    }

    /// <returns>A refusal, or null when the store is what the copy was.</returns>
    public async Task<Refusal?> RestoreAsync(string file, bool replace, CancellationToken cancel)
    {
        if (Refused("pg_restore --clean --if-exists --dbname=DATABASE FILE") is { } refusal)
        {
            return refusal;
        }

        if (!File.Exists(file) || await FaultAsync(file, cancel) is not null)
        {
            return Refusal.Invalid(file, File.Exists(file) ? "is no whole store of this service." : "is not there.");
        }

        var store = new SqliteConnectionStringBuilder(options.Value.Prepared()).DataSource;
        if (File.Exists(store) && !replace)
        {
            return Refusal.Invalid(store, "is there already; stop the service and say --replace, and it goes.");
        }

        if (File.Exists(store) && await IsInUseAsync(store, cancel))
        {
            return Refusal.Invalid(store, "is in use; stop the service, which would go on writing to the store that is no more.");
        }

        // The store that is there stays until the copy is whole.
        var unfinished = store + Unfinished;
        File.Delete(unfinished);
        await Task.Run(() => Copy(Connection(file), Connection(unfinished)), cancel);
        foreach (var old in Beside)
        {
            File.Delete(store + old);
        }

        File.Move(unfinished, store, overwrite: true);
        return null;
    }

    /// <summary>Whoever has the file open holds a lock on it. What the log beside the file still has goes into it here.</summary>
    private static async Task<bool> IsInUseAsync(string store, CancellationToken cancel)
    {
        try
        {
            await using var connection = new SqliteConnection(Connection(store) + ";Default Timeout=1");
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            foreach (var statement in (string[])["PRAGMA locking_mode = EXCLUSIVE", "BEGIN IMMEDIATE", "COMMIT"])
            {
                // One by one: in one go the first would not be over when the second begins, and that would not be refused.
                command.CommandText = statement;
                await command.ExecuteScalarAsync(cancel);
            }

            return false;
        }
        catch (SqliteException error)
        {
            // A file that is no database, or not a whole one, may well be what is to be replaced.
            return error.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED;
        }
    }

    private Refusal? Refused(string command) => options.Value.IsPostgres ? Refusal.Invalid("storage", $"is PostgreSQL, which has tools of its own: {command}") : null;

    /// <summary>By SQLite's own way to copy a file in use, page by page, in one reading transaction.</summary>
    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(from);
        using var target = new SqliteConnection(to);
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static async Task<string?> FaultAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var connection = new SqliteConnection(Connection(file) + ";Mode=ReadOnly");
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT count(*) FROM "articles"; PRAGMA quick_check(1);""";
            await using var reader = await command.ExecuteReaderAsync(cancel);
            await reader.NextResultAsync(cancel);
            await reader.ReadAsync(cancel);
            return reader.GetString(0) is var said && said == "ok" ? null : said;
        }
        catch (SqliteException error)
        {
            return error.Message;
        }
    }

    private static string Connection(string file) => new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), Pooling = false }.ToString();
}
