using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using LabelService.Workflow;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabelService.Web.Http;

/// <summary>
/// Tells the other nodes twice a second how many requests each key sent here, and hears it of them, so that a limit holds for all nodes
/// together. It goes through PostgreSQL's notifications: no table, and no request waits for it. While the server is away each node counts alone.
/// </summary>
internal sealed partial class SharedCounts(IOptions<LimitsOptions> limits, IOptions<StorageOptions> storage, ILogger<SharedCounts> log) : BackgroundService
{
    private const string Channel = "labelservice_requests";

    /// <summary>PostgreSQL takes 8,000 bytes.</summary>
    private const int MaximumPayload = 7_000;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    private readonly string _node = RandomId.Next("node", TimeProvider.System.GetUtcNow());
    private readonly ConcurrentDictionary<string, int> _untold = new(StringComparer.Ordinal);

    /// <summary>Is told of a key and how many requests it sent elsewhere.</summary>
    public Action<string, int>? Heard { get; set; }

    private bool IsShared => storage.Value.IsPostgres && limits.Value.RequestsPerMinute > 0;

    public void Count(string key)
    {
        if (IsShared)
        {
            _untold.AddOrUpdate(key, 1, static (_, before) => before + 1);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (IsShared && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ExchangeAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                CountsAlone(error.Message);
                await Task.Delay(Again, stoppingToken);
                _untold.Clear();
            }
        }
    }

    private async Task ExchangeAsync(CancellationToken stopping)
    {
        var settings = new NpgsqlConnectionStringBuilder(storage.Value.Prepared()) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ToString());
        await connection.OpenAsync(stopping);
        connection.Notification += (_, told) => Hear(told.Payload);
        await RunAsync(connection, $"LISTEN {Channel}", null, stopping);
        while (true)
        {
            // Part of a millisecond would be cut to 0, which waits for ever.
            for (var since = Stopwatch.StartNew(); Every - since.Elapsed is { TotalMilliseconds: >= 1 } left;)
            {
                await connection.WaitAsync(left, stopping);
            }

            foreach (var payload in Payloads())
            {
                await RunAsync(connection, $"SELECT pg_notify('{Channel}', $1)", payload, stopping);
            }
        }
    }

    /// <summary><c>node key:count key:count</c></summary>
    private IEnumerable<string> Payloads()
    {
        var payload = _node;
        foreach (var key in _untold.Keys)
        {
            if (_untold.TryRemove(key, out var count))
            {
                payload += $" {key}:{count}";
            }

            if (payload.Length > MaximumPayload)
            {
                yield return payload;
                payload = _node;
            }
        }

        if (payload.Length > _node.Length)
        {
            yield return payload;
        }
    }

    private void Hear(string payload)
    {
        var parts = payload.Split(' ');
        foreach (var part in parts[0] == _node ? [] : parts.Skip(1))
        {
            if (part.LastIndexOf(':') is > 0 and var at && int.TryParse(part.AsSpan(at + 1), out var count) && count > 0)
            {
                Heard?.Invoke(part[..at], count);
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, string? argument, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (argument is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = argument });
        }

        await command.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests are counted on this node alone until the store answers: {Problem}")]
    private partial void CountsAlone(string problem);
}
