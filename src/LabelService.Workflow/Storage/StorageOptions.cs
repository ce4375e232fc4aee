using Microsoft.Data.Sqlite;

namespace LabelService.Workflow.Storage;

/// <summary>The settings <c>Storage__*</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";
    private const string DefaultFile = "data/labels.db";

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Absent with SQLite: a file under <c>data/</c> of the current directory. PostgreSQL's is Npgsql's.</summary>
    public string? ConnectionString { get; set; }

    public bool IsPostgres => string.Equals(Provider, "postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>The store for an operator's eyes: without user and password.</summary>
    public string Shown => IsPostgres ? PostgresConnection.Shown(ConnectionString!) : ConnectionString ?? DefaultFile;

    /// <returns>What is wrong with the settings and what would be right, or null.</returns>
    public string? Fault() => IsPostgres ? PostgresConnection.Fault(ConnectionString)
        : string.Equals(Provider, "sqlite", StringComparison.OrdinalIgnoreCase) ? FileFault()
        : $"Storage__Provider '{Provider}' is unknown; it must be 'sqlite' or 'postgres'.";

    private string? FileFault()
    {
        try
        {
            var store = new SqliteConnectionStringBuilder(ConnectionString ?? "");
            var isFile = store is { DataSource: not ("" or ":memory:"), Mode: not SqliteOpenMode.Memory };
            return ConnectionString is { Length: > 0 } && !isFile
                ? $"Storage__ConnectionString names no file; write it as 'Data Source={DefaultFile}'."
                : null;
        }
        catch (ArgumentException error)
        {
            return $"Storage__ConnectionString is not a connection string of SQLite ({error.Message}); write it as 'Data Source={DefaultFile}'.";
        }
    }

    private static void MakeFolder(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The folder of the store cannot be made ({file}): {error.Message} Give Storage__ConnectionString a file in a folder that the service may write.");
        }
    }

    /// <summary>The connection string with what the service relies on: for SQLite an absolute path, and a folder that exists.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be made.</exception>
    public string Prepared()
    {
        if (IsPostgres)
        {
            return PostgresConnection.Prepared(ConnectionString!);
        }

        var builder = new SqliteConnectionStringBuilder(ConnectionString ?? "");
        builder.DataSource = Path.GetFullPath(builder.DataSource.Length == 0 ? DefaultFile : builder.DataSource);
        MakeFolder(builder.DataSource);
        return builder.ToString();
    }
}
