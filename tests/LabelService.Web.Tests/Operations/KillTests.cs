using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LabelService.Web.Tests.Operations;

/// <summary>The promise of storing: what was answered is there, whatever happens to the process.</summary>
public sealed class KillTests
{
    private const int Answers = 300;

    [Fact]
    public async Task Keeps_every_answered_check_when_the_process_is_killed_under_load()
    {
        var folder = NewFolder();
        await HoldsAsync(folder, null, () => new SqliteConnection($"Data Source={Path.Combine(folder, "labels.db")};Pooling=False"));
    }

    [Fact]
    public async Task Keeps_every_answered_check_in_PostgreSQL_too()
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        var database = PostgresServer.Shared.CreateDatabase(empty: true);
        await HoldsAsync(NewFolder(), database, () => new NpgsqlConnection(database));
        PostgresServer.Shared.DropDatabase(database);
    }

    private static string NewFolder()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        return folder;
    }

    private static async Task HoldsAsync(string folder, string? postgres, Func<DbConnection> open)
    {
        using var process = ServiceProcess.Start(folder, postgres: postgres);
        try
        {
            var address = await ServiceProcess.AddressOfAsync(process);
            await FindsLabelsAsync(address);
            var answered = await LoadAsync(address, process);
            Assert.True(answered.Count >= Answers, $"only {answered.Count} answers before the kill");
            Assert.Empty(answered.Except(Stored(open)));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FindsLabelsAsync(Uri address)
    {
        using var http = Client(address);
        var check = await http.CheckAsync(TestRules.From("The Invented Courier", ""","externalId":"a1" """)).ReadAsync();
        var labels = await http.GetAsync("/v1/labels?externalId=a1").ReadAsync();
        Assert.Equal((string?)check["article"]!["contentHash"], (string?)labels["contentHash"]);
        Assert.Single(labels["disclosures"]!.AsArray());
    }

    private static HttpClient Client(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        return http;
    }

    /// <summary>Sends from many connections, and kills the process while all of them wait for answers.</summary>
    private static async Task<ConcurrentBag<string>> LoadAsync(Uri address, Process process)
    {
        using var http = Client(address);
        var (answered, count) = (new ConcurrentBag<string>(), 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async sender =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    using var response = await http.CheckAsync($$$"""{"article":{"externalId":"{{{sender}}}-{{{i}}}","body":"Text {{{i}}}."}}""");
                    answered.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
                }
                catch (Exception error) when (error is HttpRequestException or IOException)
                {
                    return;
                }

                if (Interlocked.Increment(ref count) == Answers)
                {
                    // Process.Kill is SIGKILL: no handler runs, nothing is flushed.
                    process.Kill();
                }
            }
        }));
        await process.WaitForExitAsync();
        return answered;
    }

    private static HashSet<string> Stored(Func<DbConnection> open)
    {
        using var connection = open();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM checks";
        using var reader = command.ExecuteReader();
        var ids = new HashSet<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }
}
