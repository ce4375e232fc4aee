using Npgsql;

namespace LabelService.Workflow.Storage;

/// <summary>The connection string of PostgreSQL. Messages about it never repeat it, as it may hold a password anywhere.</summary>
internal static class PostgresConnection
{
    private const string Silence = "idle_in_transaction_session_timeout";
    private const string Right = "write it as 'Host=localhost;Database=labels;Username=labels;Password=…'.";

    public static string? Fault(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return $"Storage__ConnectionString is missing, which Storage__Provider 'postgres' needs; {Right}";
        }

        return Read(given) switch
        {
            null => $"Storage__ConnectionString is not a connection string of Npgsql; {Right}",
            { Host: null or "" } => $"Storage__ConnectionString names no Host; {Right}",
            { Database: null or "" } => $"Storage__ConnectionString names no Database; {Right}",
            _ => null,
        };
    }

    public static string Shown(string given)
    {
        var store = new NpgsqlConnectionStringBuilder(given);
        return $"database '{store.Database}' of PostgreSQL at {store.Host}, port {store.Port}";
    }

    public static string Prepared(string given)
    {
        var store = new NpgsqlConnectionStringBuilder(given);
        store.ApplicationName ??= "LabelService";

        // Whoever is cut off in the middle of a transaction must not hold up the other nodes for longer.
        store.Options = store.Options?.Contains(Silence, StringComparison.Ordinal) == true ? store.Options : $"{store.Options} -c {Silence}=15000".TrimStart();
        return store.ToString();
    }

    private static NpgsqlConnectionStringBuilder? Read(string given)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
