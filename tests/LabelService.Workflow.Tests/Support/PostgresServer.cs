using System.Diagnostics;
using Npgsql;

namespace LabelService.Workflow.Tests.Support;

/// <summary>
/// A real PostgreSQL of the test run's own: a new cluster in a temporary folder, durable as in earnest, reached by a socket that only this
/// user sees. It ends and deletes itself with the process that started it, even one that is killed.
/// </summary>
/// <remarks>
/// Other test projects and benchmarks take this file in by <c>&lt;Compile Include="…/LabelService.Workflow.Tests/Support/PostgresServer.cs" /&gt;</c>;
/// it needs Npgsql and nothing else. A server for oneself: <c>using var server = PostgresServer.Start()</c>, then
/// <see cref="CreateDatabase"/> for each store. <see cref="Shared"/> is one for the whole process.
/// </remarks>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>What to say where a test is skipped for want of it.</summary>
    public const string Missing = "PostgreSQL is not installed; as root: apt-get install postgresql";

    private const int StartSeconds = 60;
    private const int StopSeconds = 30;

    /// <summary>
    /// Gets the folder, and the folder of programs. Root cannot run the server, so the user "postgres" does. Whoever holds the other end of
    /// the input lets go of it when it ends, and with it goes the server.
    /// </summary>
    private const string Script =
        """
        trap '' INT HUP
        as=""
        if [ "$(id -u)" = 0 ]; then
            chown postgres "$0"
            as="setpriv --reuid=postgres --regid=postgres --clear-groups --"
        fi
        cd "$0"
        export LC_ALL=C TZ=UTC
        $as "$1/initdb" --pgdata="$0/data" --username=labels --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$0/initdb.log" 2>&1 || { cat "$0/initdb.log"; exit 1; }
        $as "$1/postgres" -D "$0/data" -c listen_addresses= -c unix_socket_directories="$0" -c max_connections=200 >"$0/server.log" 2>&1 </dev/null &
        server=$!
        until $as "$1/pg_isready" -q -h "$0" || ! kill -0 $server 2>/dev/null; do sleep 0.05; done
        kill -0 $server 2>/dev/null && echo ready || cat "$0/server.log"
        read -r _ || :
        kill -INT $server
        wait $server
        rm -rf "$0"
        """;

    private static readonly Lazy<PostgresServer> OfProcess = new(Start);
    private static readonly string[] Programs = ["/usr/lib/postgresql", "/usr/local/pgsql"];
    private readonly Process _keeper;
    private readonly Lazy<string> _template;
    private int _databases;

    private PostgresServer(Process keeper, string folder)
    {
        (_keeper, Folder) = (keeper, folder);
        _template = new Lazy<string>(() => MakeTemplate?.Invoke(this) ?? "template1");
    }

    /// <summary>Makes a database that every other is a copy of, and tells its name; null for empty databases.</summary>
    public static Func<PostgresServer, string>? MakeTemplate { get; set; }

    /// <summary>Where the server's programs are; null where there are none.</summary>
    public static string? Installed { get; } = Find();

    public static PostgresServer Shared => OfProcess.Value;

    public string Folder { get; }

    public static void EndShared()
    {
        if (OfProcess.IsValueCreated)
        {
            OfProcess.Value.Dispose();
        }
    }

    public static PostgresServer Start()
    {
        var folder = Directory.CreateTempSubdirectory("labels-pg-").FullName;
        var keeper = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, folder, Installed ?? throw new InvalidOperationException(Missing)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var said = keeper.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(StartSeconds)).GetAwaiter().GetResult();
        return said == "ready" ? new PostgresServer(keeper, folder) : throw new InvalidOperationException("PostgreSQL did not start: " + said);
    }

    /// <returns>The connection string of a new database.</returns>
    public string CreateDatabase(bool empty = false)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        Run($"CREATE DATABASE {name} TEMPLATE {(empty ? "template1" : _template.Value)}");
        return ConnectionString(name);
    }

    /// <remarks>With the name that the service gives itself, so that it shares a pool with the tests.</remarks>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = Folder, Username = "labels", Database = database, MaxPoolSize = 20, ApplicationName = "LabelService" }.ToString();

    public void DropDatabase(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        Run($"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
    }

    /// <summary>Ends every connection to the database, as a server does that stops.</summary>
    public void Cut(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        Run($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{connection.Database}'");
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _keeper.StandardInput.Close();
        if (!_keeper.WaitForExit(TimeSpan.FromSeconds(StopSeconds)))
        {
            _keeper.Kill(entireProcessTree: true);
        }

        _keeper.Dispose();
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static string? Find()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var versions = Programs.Where(Directory.Exists).SelectMany(Directory.GetDirectories).OrderDescending(StringComparer.Ordinal);
        return versions.Select(v => Path.Combine(v, "bin")).Concat(Programs.Select(p => Path.Combine(p, "bin"))).Concat(onPath)
            .FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")));
    }
}
